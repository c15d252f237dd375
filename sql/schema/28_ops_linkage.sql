-- Linkage: rounds, runs, and what reviewers are asked and decide. A pair of records may be of any two sources, and a band is of all of
-- them, so only who sees every source sees these.
-- reads: nothing. writes: ops.link_round, ops.link_run, ops.link_band, ops.link_review, ops.link_decision, ops.link_seen.
create table ops.link_round (
    round text primary key check (round ~ '^[0-9a-f]{12}$'),
    opened_at timestamptz not null default now(),
    closed_at timestamptz
);
comment on table ops.link_round is 'grain: a linkage round, named by the fingerprint of its key.';
grant select on ops.link_round to analytics_admin;

create table ops.link_run (
    link_run_id bigint generated always as identity primary key,
    round text not null,
    started_at timestamptz not null,
    seconds double precision not null,
    learned boolean not null,
    learned_from integer not null,
    records integer not null,
    new_records integer not null,
    pairs bigint not null,
    persons integer not null,
    merged integer not null,
    split integer not null,
    decisions integer not null,
    threshold double precision not null,
    model jsonb not null,
    unseen_matches double precision not null,
    measured_by text not null check (measured_by in ('model', 'review')),
    precision_estimate double precision not null,
    precision_lower double precision not null,
    precision_upper double precision not null,
    recall_estimate double precision not null,
    recall_lower double precision not null,
    recall_upper double precision not null
);
comment on table ops.link_run is 'grain: a run of linkage over one round.';
create index link_run_round on ops.link_run (round, link_run_id desc);
alter table ops.link_run enable row level security;
create policy worker_works_with_all on ops.link_run for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.link_run for all to analytics_admin
    using (ops.sees_source('*'))
    with check (ops.sees_source('*'));
grant select on ops.link_run to analytics_admin;

create table ops.link_band (
    round text not null,
    band_from double precision not null,
    band_to double precision not null,
    pairs integer not null,
    linked boolean not null,
    primary key (round, band_from)
);
comment on table ops.link_band is 'grain: a band of probabilities of a round''s pairs.';
alter table ops.link_band enable row level security;
create policy worker_works_with_all on ops.link_band for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.link_band for all to analytics_admin
    using (ops.sees_source('*'))
    with check (ops.sees_source('*'));
grant select on ops.link_band to analytics_admin;

create table ops.link_review (
    record_a bigint not null,
    record_b bigint not null,
    round text not null,
    band_from double precision not null,
    source_a text not null,
    source_b text not null,
    levels text[] not null check (cardinality(levels) = 6 and levels <@ array['agree', 'close', 'differ', 'missing']),
    linked boolean not null,
    turn integer not null,
    primary key (record_a, record_b)
);
comment on table ops.link_review is
    'grain: a pair of records that a reviewer is asked about. Levels of agreement, never a value or a token.';
comment on column ops.link_review.levels is 'Given name, family name, patronymic, date of birth, sex, place.';
comment on column ops.link_review.turn is 'Order within the band, drawn at random, so that the first so many are a random sample of it.';
alter table ops.link_review enable row level security;
create policy worker_works_with_all on ops.link_review for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.link_review for all to analytics_admin
    using (ops.sees_source('*'))
    with check (ops.sees_source('*'));
grant select on ops.link_review to analytics_admin;

create table ops.link_decision (
    link_decision_id bigint generated always as identity primary key,
    record_a bigint not null,
    record_b bigint not null,
    verdict text not null check (verdict in ('same', 'different', 'later')),
    decided_by text not null,
    decided_at timestamptz not null,
    undone_at timestamptz,
    undone_by text,
    check (record_a < record_b)
);
comment on table ops.link_decision is 'grain: a decision about two records; the latest that was not undone holds.';
comment on column ops.link_decision.undone_by is 'Whose decision took its place, or who took it back; null before this was kept.';
create index link_decision_pair on ops.link_decision (record_a, record_b) where undone_at is null;
alter table ops.link_decision enable row level security;
create policy worker_works_with_all on ops.link_decision for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.link_decision for all to analytics_admin
    using (ops.sees_source('*'))
    with check (ops.sees_source('*'));
grant select, insert, update on ops.link_decision to analytics_admin;

create function ops.audit_decision() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $audit$
begin
    if ops.is_restoring() then
        return null;
    end if;
    if tg_op = 'INSERT' then
        perform ops.write_audit(new.decided_by, 'pair_decided', 'decision ' || new.link_decision_id || ', ' || new.verdict);
    else
        perform ops.write_audit(coalesce(new.undone_by, ''), 'pair_undone', 'decision ' || new.link_decision_id);
    end if;
    return null;
end
$audit$;
create trigger audit_decision after insert on ops.link_decision for each row execute function ops.audit_decision();
create trigger audit_undoing after update on ops.link_decision for each row
    when (old.undone_at is null and new.undone_at is not null) execute function ops.audit_decision();

-- How far linkage has seen the warehouse, so that it can leave out a run that would find nothing changed.
create table ops.link_seen (
    only_row boolean primary key default true check (only_row),
    seen_until timestamptz not null,
    settings text not null
);
comment on table ops.link_seen is
    'grain: one row. seen_until: the last batch that linkage has seen; settings: a hash of what it depends on beside the batches: '
    'program, reference data, rounds, decisions.';

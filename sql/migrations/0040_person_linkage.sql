-- Persons linked across lists by token: records, compared pairs, runs, and what reviewers decide.
-- reads: nothing. writes: core.person, core.person_record, core.link_pair, mart.bridge_person, ops.link_*.

-- A linked person has the tokens of all its records; the person itself is a key and nothing else.
alter table core.person drop column person_token;
alter table core.person alter column first_batch_id drop not null;
comment on table core.person is 'grain: a linked person. Its key stays while any of its records does; a person without a record is deleted and its key never used again.';
alter table mart.fct_assistance drop constraint fct_assistance_person_key_fkey;

-- grain: a current record of a list that is about one person.
create table core.person_record (
    record_id bigint generated always as identity primary key,
    list text not null check (list in ('hotline', 'ngo_case', 'register_crime')),
    organisation text not null default '',
    reference text not null,
    token text not null default '',
    round text generated always as (nullif(split_part(token, '.', 2), '')) stored,
    person_key bigint references core.person,
    compared boolean not null default false
);
comment on table core.person_record is 'grain: a current record about one person. token '''': the organisation made none, and the record is a person of its own. compared: its pairs are in core.link_pair.';
create unique index person_record_natural on core.person_record (list, organisation, reference, md5(token));
create index person_record_person on core.person_record (person_key);

-- grain: two records of one round whose tokens agree enough to matter (probability from 0.001 on).
create table core.link_pair (
    record_a bigint not null references core.person_record on delete cascade,
    record_b bigint not null references core.person_record on delete cascade,
    pattern smallint not null,
    comparable smallint not null,
    log_odds double precision not null,
    primary key (record_a, record_b),
    check (record_a < record_b)
);
create index link_pair_b on core.link_pair (record_b);

-- grain: a linked person and a record of a list.
create table mart.bridge_person (
    person_key bigint not null,
    list text not null check (list in ('hotline', 'ngo', 'international', 'government', 'register')),
    organisation text not null default '',
    reference text not null,
    date_key integer not null references mart.dim_date,
    region_key integer not null references mart.dim_region,
    primary key (list, organisation, reference, person_key)
);
comment on table mart.bridge_person is 'grain: a linked person and a record of a list (contact, case, registered crime). list: what kind of body keeps it.';
create index bridge_person_person on mart.bridge_person (person_key);

-- grain: a linkage round, named by the fingerprint of its key. While any is open, tokens of others are refused at the door.
create table ops.link_round (
    round text primary key check (round ~ '^[0-9a-f]{12}$'),
    opened_at timestamptz not null default now(),
    closed_at timestamptz
);

-- grain: one run of linkage over one round.
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
create index link_run_round on ops.link_run (round, link_run_id desc);

-- grain: a band of probabilities of a round's pairs.
create table ops.link_band (
    round text not null,
    band_from double precision not null,
    band_to double precision not null,
    pairs integer not null,
    linked boolean not null,
    primary key (round, band_from)
);

-- grain: a pair of records that a reviewer is asked about. Levels of agreement, sources; never a value or a token.
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
comment on column ops.link_review.levels is 'Given name, family name, patronymic, date of birth, sex, place.';
comment on column ops.link_review.turn is 'Order within the band, drawn at random, so that the first so many are a random sample of it.';

-- grain: a decision about two records. The latest that was not undone holds; it outranks every score in every later run.
create table ops.link_decision (
    link_decision_id bigint generated always as identity primary key,
    record_a bigint not null,
    record_b bigint not null,
    verdict text not null check (verdict in ('same', 'different', 'later')),
    decided_by text not null,
    decided_at timestamptz not null,
    undone_at timestamptz,
    check (record_a < record_b)
);
create index link_decision_pair on ops.link_decision (record_a, record_b) where undone_at is null;

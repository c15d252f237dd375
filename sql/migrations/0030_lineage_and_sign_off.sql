-- Which batches stand behind what is published, and who signed off which month of which source.
-- reads: nothing. writes: ops.cell_lineage, ops.source_month, ops.period_review.

-- grain: a count cell of the current publication that the ministry's profile may see and that is not zero.
create table ops.cell_lineage (
    measure text not null,
    period text not null,
    region text not null default 'total',
    sex text not null default 'total',
    age_band text not null default 'total',
    form text not null default 'total',
    destination text not null default 'total',
    topic text not null default 'total',
    reason text not null default 'total',
    batches bigint[] not null check (cardinality(batches) > 0),
    primary key (measure, period, region, sex, age_band, form, destination, topic, reason)
);
comment on table ops.cell_lineage is 'grain: a published count cell. batches: those with a row that counts in it, never how many rows. A withheld cell has no entry, since the number of its files would bound its count.';
create index cell_lineage_batches on ops.cell_lineage using gin (batches);

-- grain: a source and month, from the first month of its rows to the last.
create table ops.source_month (
    source_id text not null references ops.source,
    month date not null check (extract(day from month) = 1),
    batches bigint[] not null,
    primary key (source_id, month)
);
comment on table ops.source_month is 'grain: a source and month. batches: those with a row dated in the month; empty where no row is. A row known to the year only belongs to its December, the month in which the year is complete.';

-- grain: a step in the review of the month of a source. Without a step the month is a draft.
create table ops.period_review (
    source_id text not null references ops.source,
    month date not null check (extract(day from month) = 1),
    step integer not null check (step > 0),
    state text not null check (state in ('draft', 'reviewed', 'published')),
    account text not null,
    decided_at timestamptz not null,
    comment text,
    primary key (source_id, month, step)
);
comment on table ops.period_review is 'grain: a step in the review of a month of a source: draft, reviewed, published; a step back needs a reason. Steps are added, never changed.';

create function ops.check_period_review() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $check$
declare
    last_step integer;
    last_state text;
begin
    if tg_op <> 'INSERT' then
        raise exception 'a step of a review is never changed; add the next one' using errcode = 'restrict_violation';
    end if;
    select step, state into last_step, last_state
    from ops.period_review
    where source_id = new.source_id and month = new.month
    order by step desc
    limit 1;
    if new.step is distinct from coalesce(last_step, 0) + 1 then
        raise exception 'the month was decided meanwhile' using errcode = 'serialization_failure';
    end if;
    if (coalesce(last_state, 'draft'), new.state) not in
        (('draft', 'reviewed'), ('reviewed', 'published'), ('published', 'reviewed'), ('published', 'draft'), ('reviewed', 'draft')) then
        raise exception 'from % to % is not a step of a review', coalesce(last_state, 'draft'), new.state using errcode = 'check_violation';
    end if;
    if (last_state, new.state) in (('published', 'reviewed'), ('published', 'draft'), ('reviewed', 'draft')) and coalesce(btrim(new.comment), '') = '' then
        raise exception 'a step back needs a reason' using errcode = 'check_violation';
    end if;
    return new;
end
$check$;
create trigger period_review_steps before insert or update or delete on ops.period_review
    for each row execute function ops.check_period_review();

-- grain: a source and month: where its review stands.
create view ops.period_state with (security_invoker = true) as
select source_month.source_id, source_month.month, source_month.batches,
       coalesce(last.state, 'draft') as state, coalesce(last.step, 0) as step, last.account, last.decided_at, last.comment
from ops.source_month
left join lateral (
    select state, step, account, decided_at, comment
    from ops.period_review
    where period_review.source_id = source_month.source_id and period_review.month = source_month.month
    order by step desc
    limit 1
) as last on true;
comment on view ops.period_state is 'grain: a source and month, with the last step of its review.';

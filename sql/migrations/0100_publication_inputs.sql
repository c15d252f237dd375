-- What is loaded and not published can be told at any moment, also after the process that loaded it was killed; and a publication that was
-- blocked is remembered until one succeeds.

-- grain: a rebuild of core and mart from raw.
create table ops.rebuild (
    rebuild_id bigint generated always as identity primary key,
    rebuilt_at timestamptz not null,
    batches integer not null,
    rows bigint not null
);
comment on table ops.rebuild is 'grain: a rebuild of core and mart from raw. rows: those of raw that it went through.';

-- grain: a publication that a check blocked.
create table ops.publication_fault (
    publication_fault_id bigint generated always as identity primary key,
    faulted_at timestamptz not null,
    checks text[] not null,
    mended_at timestamptz
);
comment on table ops.publication_fault is 'grain: a publication that was blocked because the warehouse failed checks. mended_at: when the next one succeeded; while it is empty the next one makes everything derived again from raw.';

-- grain: one row, or none before the first publication.
create table ops.published_input (
    only_row boolean primary key default true check (only_row),
    publication_id bigint not null,
    inputs jsonb not null
);
comment on table ops.published_input is 'grain: one row. inputs: by kind the state of what the last publication was made of, as ops.publication_input gave it then.';

-- grain: a kind of input.
create view ops.publication_input as
select 'files' as name, count(*) || ' ' || coalesce(max(received_at)::text, '') as state
from ops.batch where state = 'loaded' and inserted + updated + deleted > 0
union all
select 'linkage', (select count(*) || ' ' || count(undone_at) || ' ' || coalesce(max(link_decision_id), 0) || ' ' || coalesce(max(undone_at)::text, '') from ops.link_decision)
    || ' ' || (select coalesce(string_agg(round || coalesce(closed_at::text, ''), ',' order by round), '') from ops.link_round)
union all
select 'programmes', md5(concat_ws('|',
    (select string_agg(row::text, ',' order by row::text) from mart.dim_programme as row),
    (select string_agg(row::text, ',' order by row::text) from mart.dim_donor as row),
    (select string_agg(row::text, ',' order by row::text) from mart.bridge_programme_donor as row),
    (select string_agg(row::text, ',' order by row::text) from mart.fct_grant as row),
    (select string_agg(concat_ws(' ', programme_key, indicator, period, entered_on, target), ',' order by programme_key, indicator, period, entered_on) from mart.fct_target)))
union all
select 'rebuild', count(*)::text from ops.rebuild
union all
select 'reference', coalesce(max(applied_at)::text, '') from ops.script
union all
select 'reports', md5(coalesce(string_agg(row::text, ',' order by row::text), '')) from ops.report_duty as row
union all
select 'sign-off', count(*)::text from ops.period_review;
comment on view ops.publication_input is 'grain: a kind of input of a publication. state: changes when anything of that kind did.';

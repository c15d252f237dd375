-- Reports: who owes which, what is wrong with what came, who signed off which month, and what somebody should look at.
-- reads: nothing. writes: ops.report_duty, ops.quality_result, ops.source_month, ops.period_review, ops.period_state, ops.alert.
create table ops.report_duty (
    feed text not null,
    organisation text not null,
    from_month date not null check (extract(day from from_month) = 1),
    to_month date,
    due_day smallint not null check (due_day between 1 and 28),
    source_id text not null,
    region text,
    primary key (feed, organisation, from_month),
    check (to_month >= from_month and extract(day from to_month) = 1)
);
comment on table ops.report_duty is
    'grain: an organisation''s duty to report to a feed. Written from the settings of the sources at each start. due_day: day of the '
    'month after the one reported on. region: SOATE of where it works, when declared.';
alter table ops.report_duty enable row level security;
create policy worker_works_with_all on ops.report_duty for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.report_duty for all to analytics_admin
    using (ops.sees_source(source_id))
    with check (ops.sees_source(source_id));
grant select on ops.report_duty to analytics_admin;

-- looked_until, looked_on: when it was last looked at again, so that its rows are read only when a later file may have corrected them, or
-- a day has passed.
create table ops.quality_result (
    batch_id bigint not null references ops.batch,
    rule text not null,
    severity text not null check (severity in ('error', 'warning', 'info')),
    checked bigint not null,
    found bigint not null,
    still_open bigint not null,
    lines bigint[] not null default '{}',
    subjects text[] not null default '{}',
    looked_until timestamptz,
    looked_on date,
    primary key (batch_id, rule),
    check (found between 0 and checked),
    check (still_open between 0 and found)
);
comment on table ops.quality_result is
    'grain: a batch and rule. checked: rows, months or columns looked at. still_open: found and not corrected since. lines: line '
    'numbers of the first of them; subjects: columns, or months of a series; never a value of a row.';
comment on column ops.quality_result.looked_until is
    'The last batch that was loaded when the finding was looked at again; null before the first time.';
comment on column ops.quality_result.looked_on is 'The day in Bishkek of that look.';
create index quality_result_open on ops.quality_result (rule) where still_open > 0;
alter table ops.quality_result enable row level security;
create policy worker_works_with_all on ops.quality_result for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.quality_result for all to analytics_admin
    using (batch_id in (select batch_id from ops.batch))
    with check (batch_id in (select batch_id from ops.batch));
grant select on ops.quality_result to analytics_admin;

create table ops.source_month (
    source_id text not null references ops.source,
    month date not null check (extract(day from month) = 1),
    batches bigint[] not null,
    primary key (source_id, month)
);
comment on table ops.source_month is
    'grain: a source and month. batches: those with a row dated in the month; empty where no row is. A row known to the year only '
    'belongs to its December, the month in which the year is complete.';
alter table ops.source_month enable row level security;
create policy worker_works_with_all on ops.source_month for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.source_month for all to analytics_admin
    using (ops.sees_source(source_id))
    with check (ops.sees_source(source_id));
grant select on ops.source_month to analytics_admin;

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
comment on table ops.period_review is
    'grain: a step in the review of a month of a source: draft, reviewed, published; a step back needs a reason. Steps are added, '
    'never changed.';
alter table ops.period_review enable row level security;
create policy worker_works_with_all on ops.period_review for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.period_review for all to analytics_admin
    using (ops.sees_source(source_id))
    with check (ops.sees_source(source_id));
grant select, insert on ops.period_review to analytics_admin;

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
    if (last_state, new.state) in (('published', 'reviewed'), ('published', 'draft'), ('reviewed', 'draft'))
        and coalesce(btrim(new.comment), '') = ''
    then
        raise exception 'a step back needs a reason' using errcode = 'check_violation';
    end if;
    return new;
end
$check$;
create trigger period_review_steps before insert or update or delete on ops.period_review
    for each row execute function ops.check_period_review();

create function ops.audit_review() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $audit$
begin
    if not ops.is_restoring() then
        perform ops.write_audit(
            new.account, 'signed_off',
            concat_ws(', ', ops.audit_part('source', new.source_id), to_char(new.month, 'YYYY-MM'), new.state));
    end if;
    return null;
end
$audit$;
create trigger audit_review after insert on ops.period_review for each row execute function ops.audit_review();

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
grant select on ops.period_state to analytics_admin;

create table ops.alert (
    alert_id bigint generated always as identity primary key,
    kind text not null check (kind in ('quiet', 'stale', 'quality', 'job')),
    subject text not null,
    since timestamptz not null,
    details jsonb not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    check (closed_at >= opened_at)
);
comment on table ops.alert is
    'grain: an alert. subject: feed and organisation, source, batch and rule, or job. details: names and counts, no values. An alert '
    'that ended is kept.';
create unique index alert_one_open on ops.alert (kind, subject) where closed_at is null;
alter table ops.alert enable row level security;
create policy worker_works_with_all on ops.alert for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.alert for all to analytics_admin
    using (
        ops.sees_source(coalesce(details ->> 'source', details ->> 'job'))
        or exists (
            select from ops.report_duty as duty
            where duty.feed = details ->> 'feed' and duty.organisation = details ->> 'organisation'))
    with check (
        ops.sees_source(coalesce(details ->> 'source', details ->> 'job'))
        or exists (
            select from ops.report_duty as duty
            where duty.feed = details ->> 'feed' and duty.organisation = details ->> 'organisation'));
grant select on ops.alert to analytics_admin;

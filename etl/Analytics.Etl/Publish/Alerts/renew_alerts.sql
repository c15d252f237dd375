-- renew_alerts: opens what began, renews what goes on, closes what is over.
-- grain: an alert. reads: mart.fct_report_expected, ops.source, ops.batch, ops.quality_result, ops.run. writes: ops.alert.
create temporary table standing on commit drop as
with owed as (
    select feed, organisation, month_date_key, due_on, received,
           max(month_date_key) filter (where received) over (partition by feed, organisation) as last_received
    from mart.fct_report_expected
    where expected
),
quiet as (
    select feed, organisation, min(due_on) as since, count(*) as months
    from owed
    where not received and month_date_key > coalesce(last_received, 0)
    group by feed, organisation
    having min(due_on) < (@now::timestamptz at time zone 'Asia/Bishkek')::date - @quiet_after_days
),
stale as (
    select source.source_id, source.feed, source.expected_every_days, max(batch.received_at) as last_loaded
    from ops.source as source
    join ops.batch as batch on batch.source_id = source.source_id and batch.state = 'loaded'
    where source.schedule is not null
    group by source.source_id
    having max(batch.received_at) + make_interval(days => source.expected_every_days) < @now::timestamptz
),
wrong as (
    select result.batch_id, result.rule, result.still_open, batch.source_id, batch.received_at
    from ops.quality_result as result
    join ops.batch as batch using (batch_id)
    where result.severity = 'error' and result.still_open > 0
),
last_run as (
    select distinct on (job) job, state, finished_at
    from ops.run
    where state <> 'running'
    order by job, started_at desc
)
select 'quiet' as kind, feed || '/' || organisation as subject, (since + 1)::timestamp at time zone 'Asia/Bishkek' as since,
       jsonb_build_object('feed', feed, 'organisation', organisation, 'count', months) as details
from quiet
union all
select 'stale', source_id, last_loaded + make_interval(days => expected_every_days),
       jsonb_build_object('feed', feed, 'source', source_id, 'count', expected_every_days)
from stale
union all
select 'quality', batch_id || '/' || rule, received_at,
       jsonb_build_object('batch', batch_id, 'rule', rule, 'source', source_id, 'count', still_open)
from wrong
union all
select 'job', job, finished_at, jsonb_build_object('job', job) from last_run where state in ('failed', 'interrupted');

with closed as (
    update ops.alert as alert
    set closed_at = @now
    where closed_at is null and not exists (select from standing where standing.kind = alert.kind and standing.subject = alert.subject)
    returning 1
),
renewed as (
    update ops.alert as alert
    set details = standing.details
    from standing
    where closed_at is null and standing.kind = alert.kind and standing.subject = alert.subject
    returning alert.kind, alert.subject
),
opened as (
    insert into ops.alert (kind, subject, since, details, opened_at)
    select kind, subject, since, details, @now
    from standing
    where not exists (select from ops.alert as open where open.closed_at is null and open.kind = standing.kind and open.subject = standing.subject)
    returning 1
)
select (select count(*) from opened)::integer as opened, (select count(*) from closed)::integer as closed,
       (select count(*) from standing)::integer as open;

-- jobs: each configured job with its schedule and its last run.
-- The scheduler keeps times as ticks: tenths of a microsecond since the year 1, of which 621355968000000000 lie before 1970.
-- grain: a job. reads: quartz.qrtz_triggers, quartz.qrtz_cron_triggers, ops.run. writes: nothing.
select job, cron.cron_expression as schedule,
       case
           when last.state = 'running' then 'running'
           when planned.trigger_state is null then 'not scheduled'
           when planned.trigger_state in ('PAUSED', 'PAUSED_BLOCKED') then 'paused'
           when planned.trigger_state = 'ERROR' then 'error'
           else 'waiting'
       end as state,
       last.started_at as last_run, last.state as last_state, last.summary as last_summary, last.error as last_error,
       to_timestamp((planned.next_fire_time - 621355968000000000) / 1e7) as next_run
from unnest(@jobs) with ordinality as configured (job, place)
left join quartz.qrtz_triggers as planned on planned.trigger_name = job and planned.trigger_group = @group and planned.sched_name = @group
left join quartz.qrtz_cron_triggers as cron using (sched_name, trigger_name, trigger_group)
left join lateral (
    select run.started_at, run.state, run.summary, run.error
    from ops.run as run
    where run.job = configured.job
    order by run.started_at desc
    limit 1
) as last on true
order by place;

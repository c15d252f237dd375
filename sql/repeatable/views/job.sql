-- ops.job: the jobs that are scheduled, for the administrator's pages, which may not see the scheduler's own tables.
-- The scheduler keeps times as ticks: tenths of a microsecond since the year 1, of which 621355968000000000 lie before 1970.
-- grain: a job. reads: quartz.qrtz_job_details, quartz.qrtz_triggers, quartz.qrtz_cron_triggers. writes: nothing.
create or replace view ops.job as
select
    details.job_name as job,
    cron.cron_expression as schedule,
    coalesce(planned.trigger_state in ('PAUSED', 'PAUSED_BLOCKED'), false) as paused,
    to_timestamp((planned.next_fire_time - 621355968000000000) / 1e7) as next_run
from quartz.qrtz_job_details as details
left join quartz.qrtz_triggers as planned
    on planned.sched_name = details.sched_name and planned.trigger_name = details.job_name and planned.trigger_group = details.job_group
left join quartz.qrtz_cron_triggers as cron
    on cron.sched_name = planned.sched_name and cron.trigger_name = planned.trigger_name and cron.trigger_group = planned.trigger_group
where details.job_group = 'analytics';
grant select on ops.job to analytics_admin, analytics_etl;
comment on view ops.job is 'grain: a scheduled job: schedule, whether it is paused, next run.';

-- grain: a scheduled job. reads: ops.job. writes: nothing.
select job as "Name", schedule as "Schedule", paused as "Paused", next_run as "NextRun"
from ops.job
-- The view reads the scheduler's tables with its owner's rights.
where ops.sees_source(job)
order by job;

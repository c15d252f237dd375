-- grain: a scheduled job. reads: ops.job. writes: nothing.
select job as "Name", schedule as "Schedule", paused as "Paused", next_run as "NextRun"
from ops.job
order by job;

-- grain: the newest run of a job. reads: ops.run. writes: nothing.
select distinct on (job)
    run_id as "RunId",
    job as "Job",
    trigger_kind as "Trigger",
    started_at as "StartedAt",
    finished_at as "FinishedAt",
    state as "State",
    files as "Files",
    read as "Read",
    rejected as "Rejected",
    coalesce(error, summary) as "Said"
from ops.run
order by job, run_id desc;

-- grain: a run of a job, newest first. reads: ops.run. writes: nothing.
select
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
order by run_id desc
limit @most;

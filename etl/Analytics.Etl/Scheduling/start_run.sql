-- start_run: a run begins; the connection holds its lock until it is closed.
-- grain: a run. reads: nothing. writes: ops.run.
with started as (
    insert into ops.run (job, trigger_kind, scheduled_at, started_at, state)
    values (@job, @trigger_kind, @scheduled_at, @now, 'running')
    returning run_id
)
select run_id
from started, pg_advisory_lock(1920298350, started.run_id::integer);

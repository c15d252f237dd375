-- close_interrupted_runs: runs that say they are running, but whose process is gone and with it their lock. The asking process knows of
-- its own: they go on though a server that ended took their lock.
-- grain: a run. reads: nothing. writes: ops.run.
update ops.run
set finished_at = @now, state = 'interrupted', error = 'the process ended before the run did; what was half-done was undone'
where state = 'running' and run_id <> all (@ours) and pg_try_advisory_xact_lock(1920298350, run_id::integer);

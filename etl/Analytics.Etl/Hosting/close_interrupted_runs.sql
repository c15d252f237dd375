-- close_interrupted_runs: runs that say they are running, but whose process is gone and with it their lock.
-- grain: a run. reads: nothing. writes: ops.run.
update ops.run
set finished_at = @now, state = 'interrupted', error = 'the process ended before the run did; what was half-done was undone'
where state = 'running' and pg_try_advisory_xact_lock(1920298350, run_id::integer);

-- finish_run: how a run ended, with counts that balance; its lock goes.
-- grain: a run. reads: nothing. writes: ops.run.
update ops.run
set finished_at = @now, state = @state, files = @Files, read = @Read, inserted = @Inserted, updated = @Updated, unchanged = @Unchanged,
    deleted = @Deleted, rejected = @Rejected, summary = @Summary, error = @error
where run_id = @run_id;
select pg_advisory_unlock(1920298350, @run_id::integer);

-- replay_done: what is still wrong with a replayed row is now a problem of the new batch.
-- grain: a problem of a row. reads: raw.rejected_row. writes: ops.rejected_row.
update ops.rejected_row as problem
set state = 'replayed', replayed_in = @replayed_in
from raw.rejected_row as stored
where problem.batch_id = @batch and problem.state = 'open' and (@lines::bigint[] is null or problem.line = any (@lines))
  and stored.batch_id = problem.batch_id and stored.line = problem.line;

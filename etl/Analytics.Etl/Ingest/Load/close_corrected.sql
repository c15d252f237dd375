-- close_corrected: rejected rows that came again in a corrected file; what is still wrong with them is now a problem of the new batch.
-- grain: a problem of a row. reads: ops.batch. writes: ops.rejected_row.
update ops.rejected_row as problem
set state = 'replayed', replayed_in = @replayed_in
from unnest(@batches, @lines) as corrected (batch_id, line)
join ops.batch as batch on batch.batch_id = corrected.batch_id and batch.source_id = @source
where problem.batch_id = corrected.batch_id and problem.line = corrected.line and problem.state = 'open';

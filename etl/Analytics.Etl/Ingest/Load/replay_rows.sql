-- replay_rows: rows of a batch that were rejected and not yet loaded again; of these lines only, where lines are given.
-- grain: a row. reads: raw.rejected_row, ops.rejected_row. writes: nothing.
select stored.line, stored.fields::text as fields
from raw.rejected_row as stored
where stored.batch_id = @batch and (@lines::bigint[] is null or stored.line = any (@lines))
  and exists (select from ops.rejected_row as problem where problem.batch_id = stored.batch_id and problem.line = stored.line and problem.state = 'open')
order by stored.line;

-- grain: one of the newest files with a rejected row. reads: ops.batch, ops.rejected_row. writes: nothing.
select batch.batch_id, batch.file_name
from ops.batch as batch
where (@source::text is null or batch.source_id = @source) and (@feed::text is null or batch.feed = @feed)
  and exists (select from ops.rejected_row as problem where problem.batch_id = batch.batch_id)
order by batch.batch_id desc
limit 30;

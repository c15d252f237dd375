-- grain: a source that ever had a rejected row. reads: ops.source, ops.batch. writes: nothing.
select source.source_id, source.feed
from ops.source as source
where exists (select from ops.batch as batch join ops.rejected_row using (batch_id) where batch.source_id = source.source_id)
order by source.source_id;

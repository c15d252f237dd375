-- rejected_batches: how batches were read.
-- grain: a batch. reads: ops.batch. writes: nothing.
select batch_id as "BatchId", feed as "Feed", source_id as "SourceId", mapping as "Mapping", header as "Header"
from ops.batch
where batch_id = any (@batches)
order by batch_id;

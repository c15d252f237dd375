-- rejected_batches: how batches were read; the names of the files' columns are separated by U+001F.
-- grain: a batch. reads: ops.batch. writes: nothing.
select batch_id as "BatchId", feed as "Feed", source_id as "SourceId", mapping as "Mapping", array_to_string(header, chr(31), '') as "Names"
from ops.batch
where batch_id = any (@batches)
order by batch_id;

-- grain: a batch. reads: ops.batch. writes: nothing.
select
    batch_id as "BatchId",
    source_id as "SourceId",
    feed as "Feed",
    mapping as "Mapping",
    file_name as "FileName",
    left(file_hash, 12) as "Hash",
    received_at as "ReceivedAt",
    read as "Read",
    rejected as "Rejected"
from ops.batch
where batch_id = @batch;

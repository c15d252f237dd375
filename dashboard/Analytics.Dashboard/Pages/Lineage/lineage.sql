-- grain: a batch behind one published cell, newest first. reads: ops.cell_lineage, ops.batch. writes: nothing.
select
    batch.batch_id as "BatchId",
    batch.source_id as "SourceId",
    batch.feed as "Feed",
    batch.mapping as "Mapping",
    batch.file_name as "FileName",
    left(batch.file_hash, 12) as "Hash",
    batch.received_at as "ReceivedAt",
    batch.read as "Read",
    batch.rejected as "Rejected"
from ops.cell_lineage as lineage
join ops.batch as batch on batch.batch_id = any(lineage.batches)
where lineage.measure = @measure and lineage.period = @period and lineage.members = @members::jsonb
order by batch.received_at desc, batch.batch_id desc;

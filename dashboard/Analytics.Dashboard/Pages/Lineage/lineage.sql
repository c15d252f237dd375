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
where lineage.measure = @measure and lineage.period = @period
    and lineage.region = @region and lineage.district = @district and lineage.region_service = @region_service and lineage.sex = @sex and lineage.age_band = @age_band and lineage.form = @form
    and lineage.destination = @destination and lineage.topic = @topic and lineage.article_group = @article_group and lineage.reason = @reason
    and lineage.programme = @programme and lineage.donor = @donor
order by batch.received_at desc, batch.batch_id desc;

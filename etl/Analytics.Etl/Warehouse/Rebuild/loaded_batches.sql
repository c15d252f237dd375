-- loaded_batches: what to merge, in the order in which the warehouse learned it. A repeated file stored nothing of its own.
-- grain: a loaded batch. staged: its rows in raw, which are all that were read but those
-- rejected before.
-- reads: ops.batch, raw.rejected_row, mart.dim_source. writes: nothing.
select batch.batch_id, batch.feed, batch.received_at, source.source_key,
       batch.read - (select count(*) from raw.rejected_row as row where row.batch_id = batch.batch_id) as staged
from ops.batch as batch
join mart.dim_source as source using (source_id)
where batch.state = 'loaded' and batch.repeats is null
order by batch.received_at, batch.batch_id;

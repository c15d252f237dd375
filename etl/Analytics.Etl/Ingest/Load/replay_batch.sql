-- replay_batch: what a batch was, to load its rejected rows as it was loaded.
-- grain: a batch. reads: ops.batch, ops.source. writes: nothing.
select batch.feed, batch.mapping, batch.file_name, batch.file_hash, batch.file_bytes, source.source_id, source.synthetic
from ops.batch as batch
join ops.source as source using (source_id)
where batch_id = @id;

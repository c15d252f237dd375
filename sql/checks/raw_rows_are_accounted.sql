-- Every row that a batch accepted is in raw, and every version that it made is in core: read = raw + rejected at the door, and the
-- versions of a batch are those it says it inserted, updated and deleted. Of the batches from @first_batch on.
-- grain: a batch that differs. reads: ops.batch, raw.*, core.*. writes: nothing.
with refused as (
    select batch_id, count(*) as rows from raw.rejected_row where batch_id >= @first_batch group by batch_id
)
select batch.batch_id, batch.read, kept.stored, refused.rows as refused, kept.versions
from ops.batch as batch
left join ops.rows_of_batches(@first_batch) as kept using (feed, batch_id)
left join refused using (batch_id)
where batch.state = 'loaded' and batch.repeats is null and batch.batch_id >= @first_batch
  and (batch.read <> coalesce(kept.stored, 0) + coalesce(refused.rows, 0)
       or batch.inserted + batch.updated + batch.deleted <> coalesce(kept.versions, 0))
limit 100

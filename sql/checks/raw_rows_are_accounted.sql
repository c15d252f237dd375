-- Every row that a batch accepted is in raw, and every version that it made is in core: read = raw + rejected at the door, and the
-- versions of a batch are those it says it inserted, updated and deleted. Of the batches from @first_batch on.
-- grain: a batch that differs. reads: ops.batch, raw.*, core.*. writes: nothing.
with stored as (
    select 'hotline' as feed, batch_id, count(*) as rows from raw.hotline where batch_id >= @first_batch group by batch_id
    union all select 'ngo_case', batch_id, count(*) from raw.ngo_case where batch_id >= @first_batch group by batch_id
    union all select 'ngo_monthly', batch_id, count(*) from raw.ngo_monthly where batch_id >= @first_batch group by batch_id
    union all select 'register_crime', batch_id, count(*) from raw.register_crime where batch_id >= @first_batch group by batch_id
    union all select 'register_event', batch_id, count(*) from raw.register_event where batch_id >= @first_batch group by batch_id
    union all select 'labour_inspection', batch_id, count(*) from raw.labour_inspection where batch_id >= @first_batch group by batch_id
    union all select 'population', batch_id, count(*) from raw.population where batch_id >= @first_batch group by batch_id
),
made as (
    select 'hotline' as feed, batch_id, count(*) as versions from core.hotline where batch_id >= @first_batch group by batch_id
    union all select 'ngo_case', batch_id, count(*) from core.ngo_case where batch_id >= @first_batch group by batch_id
    union all select 'ngo_monthly', batch_id, count(*) from core.ngo_monthly where batch_id >= @first_batch group by batch_id
    union all select 'register_crime', batch_id, count(*) from core.register_crime where batch_id >= @first_batch group by batch_id
    union all select 'register_event', batch_id, count(*) from core.register_event where batch_id >= @first_batch group by batch_id
    union all select 'labour_inspection', batch_id, count(*) from core.labour_inspection where batch_id >= @first_batch group by batch_id
    union all select 'population', batch_id, count(*) from core.population where batch_id >= @first_batch group by batch_id
),
refused as (
    select batch_id, count(*) as rows from raw.rejected_row where batch_id >= @first_batch group by batch_id
)
select batch.batch_id, batch.read, stored.rows as stored, refused.rows as refused, made.versions
from ops.batch as batch
left join stored using (feed, batch_id)
left join made using (feed, batch_id)
left join refused using (batch_id)
where batch.state = 'loaded' and batch.repeats is null and batch.batch_id >= @first_batch
  and (batch.read <> coalesce(stored.rows, 0) + coalesce(refused.rows, 0)
       or batch.inserted + batch.updated + batch.deleted <> coalesce(made.versions, 0))
limit 100

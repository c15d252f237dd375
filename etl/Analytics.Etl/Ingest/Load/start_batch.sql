-- start_batch: the batch with its source, before any of its rows; its counts come last.
-- grain: a batch. reads: nothing. writes: ops.source, ops.batch, mart.dim_source, mart.dim_batch.
insert into ops.source (source_id, feed, mapping, synthetic, schedule)
values (@source_id, @feed, @mapping, @synthetic, @schedule)
on conflict (source_id) do update
set mapping = excluded.mapping, synthetic = excluded.synthetic, schedule = coalesce(excluded.schedule, source.schedule);

insert into ops.batch (
    batch_id, run_id, feed, source_id, mapping, file_name, file_hash, file_bytes, detected, header, received_at, arrived_on, state,
    refused_reason, refused_ru, refused_ky, reading, repeats, difference, shape)
overriding system value
values (
    @batch_id, @run_id, @feed, @source_id, @mapping, @file_name, @file_hash, @file_bytes, @detected::jsonb, @header, @received_at, @arrived_on, @state,
    @refused_reason, @refused_ru, @refused_ky, @reading, @repeats, @difference::jsonb, @shape::jsonb);

insert into mart.dim_source (source_id, feed, synthetic)
values (@source_id, @feed, @synthetic)
on conflict (source_id) do update set synthetic = excluded.synthetic;

insert into mart.dim_batch (batch_key, source_key, file_hash, received_at)
select @batch_id, source_key, @file_hash, @received_at
from mart.dim_source
where source_id = @source_id and @state = 'loaded';

select source_key from mart.dim_source where source_id = @source_id;

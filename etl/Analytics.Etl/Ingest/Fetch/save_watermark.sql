-- save_watermark: the last value of the watermark column that was loaded. Runs inside the load's transaction.
-- grain: a source. reads: nothing. writes: ops.fetch_state.
insert into ops.fetch_state (source_id, watermark)
values (@source_id, @watermark)
on conflict (source_id) do update set watermark = excluded.watermark;

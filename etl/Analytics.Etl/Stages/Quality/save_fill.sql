-- save_fill: how many rows of a batch have a value in each column.
-- grain: a batch and column. reads: raw.<feed>. writes: ops.batch_fill.
insert into ops.batch_fill (batch_id, column_name, read, filled)
select @batch_id, column_name, read, filled from core.filled_columns(@feed, @columns, @batch_id)
on conflict do nothing;

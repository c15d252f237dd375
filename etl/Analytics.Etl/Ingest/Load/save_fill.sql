-- save_fill: how many accepted rows of a batch have a value in each column.
-- grain: a batch and column. reads: nothing. writes: ops.batch_fill.
insert into ops.batch_fill (batch_id, column_name, read, filled)
select @batch_id, column_name, @accepted, filled from unnest(@columns, @filled) as counted (column_name, filled);

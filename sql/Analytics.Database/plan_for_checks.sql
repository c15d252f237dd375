-- plan_for_checks: many new rows are joined by hash, few row by row; their statistics are older than they are. For this transaction only.
-- grain: one row. reads: ops.batch. writes: nothing.
select set_config(
    'enable_nestloop',
    case when coalesce(sum(read), 0) < 5000 then 'on' else 'off' end,
    true)
from ops.batch
where batch_id >= @first_batch and state = 'loaded' and repeats is null;

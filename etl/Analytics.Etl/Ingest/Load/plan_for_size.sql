-- plan_for_size: settings of this transaction only.
-- grain: one row. reads: nothing. writes: nothing.
select set_config('enable_nestloop', @nested_loops, true),
       set_config('work_mem', '64MB', true),
       set_config('timezone', 'Asia/Bishkek', true);

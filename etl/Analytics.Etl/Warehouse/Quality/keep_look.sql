-- keep_look: how many rows of a finding are still as they were.
-- grain: a batch and rule. reads: nothing. writes: ops.quality_result.
update ops.quality_result
set still_open = least(@now, found), looked_until = @looked_until, looked_on = @today
where batch_id = @id and rule = @rule;

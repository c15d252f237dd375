-- save_result: what a rule found in a batch.
-- grain: a batch and rule. reads: nothing. writes: ops.quality_result.
insert into ops.quality_result (batch_id, rule, severity, checked, found, still_open, lines, subjects)
values (@batch_id, @rule, @severity, @checked, @found, @found, @lines, @subjects)
on conflict do nothing;

-- open_findings: findings in rows that nobody has corrected yet, as far as is known.
-- grain: a batch and rule. reads: ops.quality_result, ops.batch. writes: nothing.
select result.batch_id, batch.feed, batch.source_id, result.rule
from ops.quality_result as result
join ops.batch as batch using (batch_id)
where result.still_open > 0 and result.batch_id < @first_new;

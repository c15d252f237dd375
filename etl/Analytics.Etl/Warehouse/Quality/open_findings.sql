-- open_findings: findings in rows that nobody has corrected yet, as far as is known, where that may have changed since the last look.
-- grain: a batch and rule. reads: ops.quality_result, ops.batch. writes: nothing.
select result.batch_id, batch.feed, batch.source_id, result.rule, (select max(received_at) from ops.batch where state = 'loaded') as loaded_until
from ops.quality_result as result
join ops.batch as batch using (batch_id)
where result.still_open > 0 and result.batch_id < @first_new
  and (result.looked_on is distinct from @today or exists (
      select from ops.batch as later
      where later.feed = batch.feed and later.state = 'loaded' and later.received_at > coalesce(result.looked_until, '-infinity')));

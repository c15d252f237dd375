-- first_new_batch: the first batch that the current publication does not know; beyond the last one when there is none.
-- grain: one number. reads: ops.batch, pub.publication. writes: nothing.
select coalesce(min(batch_id) filter (where received_at > coalesce(known.data_as_of, '-infinity')), max(batch_id) + 1, 0)
from ops.batch
left join pub.publication as known on known.current
where state = 'loaded';

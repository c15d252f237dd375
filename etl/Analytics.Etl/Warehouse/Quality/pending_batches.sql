-- pending_batches: loaded files whose rows were not examined yet.
-- grain: a batch. reads: ops.batch. writes: nothing.
select batch_id, feed, source_id from ops.batch where state = 'loaded' and examined_at is null order by batch_id;

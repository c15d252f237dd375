-- find_repeat: the batch that had loaded the same file from the same source, read in the same way, with nothing left to put right.
-- grain: at most one batch. reads: ops.batch. writes: nothing.
select batch_id, read
from ops.batch
where file_hash = @hash and source_id = @source and reading = @reading and feed = @feed
  and state = 'loaded' and repeats is null and rejected = 0
order by batch_id
limit 1;

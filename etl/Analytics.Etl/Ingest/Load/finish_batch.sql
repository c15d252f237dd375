-- finish_batch: the batch's counts, which must balance.
-- grain: a batch. reads: nothing. writes: ops.batch.
update ops.batch
set read = @Read, inserted = @Inserted, updated = @Updated, unchanged = @Unchanged, deleted = @Deleted, rejected = @Rejected, seconds = @Seconds
where batch_id = @BatchId;

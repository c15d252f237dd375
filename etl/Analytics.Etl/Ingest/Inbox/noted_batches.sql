-- noted_batches: what a request has loaded before its worker ended.
-- grain: a batch. reads: ops.request, ops.batch. writes: nothing.
select
    batch.batch_id as "BatchId",
    batch.file_name as "FileName",
    batch.read as "Read",
    batch.inserted as "Inserted",
    batch.updated as "Updated",
    batch.unchanged as "Unchanged",
    batch.deleted as "Deleted",
    batch.rejected as "Rejected"
from ops.request as request
cross join jsonb_array_elements_text(request.result -> 'loaded') as loaded (batch_id)
join ops.batch as batch on batch.batch_id = loaded.batch_id::bigint
where request.request_id = @request
order by batch.batch_id;

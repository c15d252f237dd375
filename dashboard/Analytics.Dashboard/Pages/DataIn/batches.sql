-- grain: a file that was offered, newest first. reads: ops.batch. writes: nothing.
select
    batch_id as "BatchId",
    received_at as "ReceivedAt",
    feed as "Feed",
    source_id as "SourceId",
    file_name as "FileName",
    state as "State",
    refused_reason as "RefusedReason",
    refused_ru as "RefusedRu",
    refused_ky as "RefusedKy",
    read as "Read",
    inserted as "Inserted",
    updated as "Updated",
    unchanged as "Unchanged",
    deleted as "Deleted",
    rejected as "Rejected"
from ops.batch
order by batch_id desc
limit @most;

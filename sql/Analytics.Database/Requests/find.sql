-- find: a request as it stands.
-- grain: a request. reads: ops.request. writes: nothing.
select
    request_id as "RequestId",
    kind as "Kind",
    arguments::text as "Arguments",
    asked_by as "AskedBy",
    state as "State",
    rows_read as "RowsRead",
    result::text as "Result"
from ops.request
where request_id = @request;

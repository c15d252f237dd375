-- tell_request: how far a request is.
-- grain: a request. reads: nothing. writes: ops.request.
update ops.request
set rows_read = @rows
where request_id = @request and state = 'running';

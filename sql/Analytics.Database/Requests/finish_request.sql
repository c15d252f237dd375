-- finish_request: how a request ended.
-- grain: a request. reads: nothing. writes: ops.request.
update ops.request
set state = @state, finished_at = @now, result = @result::jsonb
where request_id = @request and state = 'running';

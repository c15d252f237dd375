-- note_batch: a load for a request, written down with the load or not at all.
-- grain: a request. reads: nothing. writes: ops.request.
update ops.request
set result = jsonb_build_object('loaded', coalesce(result -> 'loaded', '[]'::jsonb) || to_jsonb(@batch::bigint))
where request_id = @request;

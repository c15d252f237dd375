-- ask: a request for the worker, which is woken by the table's trigger.
-- grain: a request. reads: nothing. writes: ops.request.
insert into ops.request (kind, arguments, asked_by)
values (@kind, @arguments::jsonb, @account)
returning request_id;

-- open_requests: requests that have not ended, oldest first; those that somebody works on are among them.
-- grain: a request. reads: ops.request. writes: nothing.
select request_id
from ops.request
where state in ('asked', 'running')
order by request_id;

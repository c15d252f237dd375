-- unlock_request: lets go of a request.
-- grain: one value. reads: nothing. writes: nothing.
select pg_advisory_unlock(1919250803, @request::integer);

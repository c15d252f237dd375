-- lock_request: whether nobody works on a request; then it is held until its lock is let go or the connection ends.
-- grain: one value. reads: nothing. writes: nothing.
select pg_try_advisory_lock(1919250803, @request::integer);

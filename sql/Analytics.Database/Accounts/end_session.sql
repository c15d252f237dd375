-- grain: a session. reads: nothing. writes: ops.session.
update ops.session set ended_at = @now where session_id = @session and ended_at is null;

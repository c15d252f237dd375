-- Starts a session, and forgets those of the account that are over. grain: a session. reads, writes: ops.session.
with forgotten as (
    delete from ops.session where account_id = @AccountId and (ended_at < @now - interval '1 day' or started_at < @now - interval '8 days')
)
insert into ops.session (account_id, security_stamp, started_at, last_used_at)
values (@AccountId, @SecurityStamp, @startedAt, @now)
returning session_id;

-- Whether a session still holds; its use is noted twice a minute at most.
-- grain: a session. reads: ops.session, ops.account. writes: ops.session.
with held as (
    select session.session_id, session.last_used_at
    from ops.session
    join ops.account using (account_id)
    where session.session_id = @session and account_id = @accountId and ended_at is null and not disabled
      and account.security_stamp = session.security_stamp and session.security_stamp = @stamp
      and session.started_at > @startedAfter and session.last_used_at > @usedAfter
), noted as (
    update ops.session set last_used_at = @now from held
    where session.session_id = held.session_id and @isUse and held.last_used_at < @now - interval '30 seconds'
)
select exists (select from held);

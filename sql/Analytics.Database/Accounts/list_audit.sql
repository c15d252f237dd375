-- grain: an entry of the audit, newest first. reads: ops.audit. writes: nothing.
select audit_id as "AuditId", at as "At", account as "Account", profile as "Profile", action as "Action", subject as "Subject",
       publication_id as "Publication", host(client) as "Client", origin as "Origin", encode(hash, 'hex') as "Hash"
from ops.audit
where (@account::text is null or account = @account)
  and (@action::text is null or action = @action)
  and (@from::timestamptz is null or at >= @from)
  and (@before::bigint is null or audit_id < @before)
order by audit_id desc
limit @most;

-- The audit. grain: an entry. reads: ops.audit. writes: nothing.
select to_jsonb(entry)::text
from (
    select audit_id, at, account, profile, action, subject, publication_id, host(client) as client, origin, carried from ops.audit order by audit_id
) as entry

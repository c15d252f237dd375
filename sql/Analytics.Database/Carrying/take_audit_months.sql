-- How many entries of the audit were swept. grain: a month, account and action. reads: ops.audit_month. writes: nothing.
select to_jsonb(swept)::text
from (select month, account, action, entries from ops.audit_month order by month, account, action) as swept

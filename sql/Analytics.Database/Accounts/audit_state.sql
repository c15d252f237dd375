-- grain: the audit as a whole. reads: ops.audit_state. writes: nothing.
select entries as "Entries", last_id as "LastId", broken_at as "BrokenAt", head as "Head" from ops.audit_state;

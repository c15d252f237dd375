-- sweep_audit: what is older leaves the audit, and counts by month stay.
-- grain: one row: how many entries. reads: ops.audit. writes: ops.audit, ops.audit_month, ops.audit_seal.
select ops.sweep_audit(@before);

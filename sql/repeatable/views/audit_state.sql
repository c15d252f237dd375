-- ops.audit_state: whether the audit is what was written. Its chain goes on from the seal of what was swept.
-- grain: the audit as a whole. broken_at: the first entry that is not what was written, or follows one that was taken out.
-- reads: ops.audit, ops.audit_seal. writes: nothing.
create or replace view ops.audit_state as
select
    count(*) as entries,
    max(audit_id) as last_id,
    min(audit_id) filter (where not holds) as broken_at,
    encode((select hash from ops.audit order by audit_id desc limit 1), 'hex') as head
from (
    select
        audit_id,
        hash = ops.audit_hash(coalesce(lag(hash) over chain, (select hash from ops.audit_seal), ''::bytea), audit)
            and audit_id = coalesce(lag(audit_id) over chain, (select last_id from ops.audit_seal), 0) + 1 as holds
    from ops.audit
    window chain as (order by audit_id)
) as entry;
comment on view ops.audit_state is
    'grain: the audit as a whole. broken_at: the first entry that is not what was written, or follows one that was taken out.';
grant select on ops.audit_state to analytics_etl, analytics_admin;

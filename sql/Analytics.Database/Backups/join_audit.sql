-- join_audit: the audit of before joins that of the backup. Where the present one goes on from the backup's, its further entries are put
-- back as they are; where the two are of different histories, those that the backup lacks follow it under new numbers and say which they had.
-- grain: one row. reads: kept_audit, ops.audit. writes: ops.audit.
with shared as (
    -- Equal hashes at a number mean equal entries up to it.
    select coalesce(max(audit_id), 0) as last_id
    from ops.audit join kept_audit using (audit_id)
    where encode(ops.audit.hash, 'hex') = kept_audit.hash
),
backed_up as (
    select coalesce(max(audit_id), 0) as last_id from ops.audit
),
further as (
    select kept_audit.audit_id, jsonb_populate_record(null::ops.audit, entry) as entry, shared.last_id = backed_up.last_id as goes_on
    from kept_audit, shared, backed_up
    where kept_audit.audit_id > shared.last_id
),
put_back as (
    insert into ops.audit (audit_id, at, account, profile, action, subject, publication_id, hash, client, origin, carried)
    select audit_id, (entry).at, (entry).account, (entry).profile, (entry).action, (entry).subject, (entry).publication_id,
           case when goes_on then (entry).hash end, (entry).client, (entry).origin,
           case when goes_on then (entry).carried else coalesce((entry).carried, audit_id) end
    from further
    order by audit_id
    returning carried
)
select (select count(*) from put_back) as "Kept", coalesce((select not bool_and(goes_on) from further), false) as "IsOtherHistory";

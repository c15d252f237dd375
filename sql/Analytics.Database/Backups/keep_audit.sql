-- keep_audit: holds the present audit aside while the tables give way to those of a backup; whatever version it is of.
-- grain: an entry. reads: ops.audit. writes: kept_audit (of this transaction).
create temporary table kept_audit on commit drop as
select audit_id, encode(hash, 'hex') as hash, to_jsonb(audit) as entry from ops.audit as audit;

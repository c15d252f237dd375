-- Entries of the audit that are older than they are kept for leave it from its beginning on, and by this function alone: counts by month
-- stay in ops.audit_month, and the last hash in ops.audit_seal, so that the chain of what is kept can still be checked.
-- reads: ops.audit, ops.audit_seal. writes: functions.
create or replace function ops.sweep_audit(before timestamptz) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $sweep$
declare
    through bigint;
    taken bigint;
begin
    if before > clock_timestamp() - interval '90 days' then
        raise exception 'entries of the audit are kept for 90 days at least' using errcode = 'invalid_parameter_value';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('ops.audit', 0));

    -- The last entry stays: the next one is chained to it.
    select least(min(audit_id) filter (where at >= before), max(audit_id)) - 1 into through from ops.audit;
    if not exists (select from ops.audit where audit_id <= through) then
        return 0;
    end if;
    if (select broken_at from ops.audit_state) is not null then
        raise exception 'the audit is not what was written: nothing is swept until that is looked into';
    end if;

    insert into ops.audit_month as kept (month, account, action, entries)
    select date_trunc('month', at at time zone 'Asia/Bishkek')::date, account, action, count(*)
    from ops.audit
    where audit_id <= through
    group by 1, 2, 3
    on conflict (month, account, action) do update set entries = kept.entries + excluded.entries;

    insert into ops.audit_seal as seal (last_id, hash, entries)
    select audit_id, hash, (select count(*) from ops.audit where audit_id <= through) from ops.audit where audit_id = through
    on conflict (only_row) do update set last_id = excluded.last_id, hash = excluded.hash, entries = seal.entries + excluded.entries, sealed_at = now();

    delete from ops.audit where audit_id <= through;
    get diagnostics taken = row_count;
    return taken;
end
$sweep$;
revoke execute on function ops.sweep_audit(timestamptz) from public;
grant execute on function ops.sweep_audit(timestamptz) to analytics_etl;

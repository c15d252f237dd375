-- grain: a month, account and action. reads: carried. writes: ops.audit_month.
with put as (
    insert into ops.audit_month (month, account, action, entries)
    select swept.*
    from carried cross join jsonb_to_record(row) as swept (month date, account text, action text, entries bigint)
    on conflict (month, account, action) do nothing
    returning 1
)
select (select count(*) from put), (select count(*) from carried) - (select count(*) from put), 0::bigint, '{}'::text[]

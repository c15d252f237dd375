-- Of accounts that came with this file: those who were here may have made themselves new ones.
-- grain: an account and a code. reads: carried, carried_account. writes: ops.recovery_code.
with put as (
    insert into ops.recovery_code (account_id, code_hash, used_at)
    select mine.account_id, code.code_hash, code.used_at
    from carried
    cross join jsonb_to_record(row) as code (account text, code_hash text, used_at timestamptz)
    join carried_account as mine on mine.name = code.account
    on conflict do nothing
    returning 1
)
select (select count(*) from put), (select count(*) from carried) - (select count(*) from put), 0::bigint, '{}'::text[]

-- Accounts that came with this file are limited as they were, and not as set-up made them.
-- grain: an account and a source, region or programme. reads: carried, carried_account. writes: ops.account_right.
with given as (
    select mine.account_id, held.kind, held.code
    from carried
    cross join jsonb_to_record(row) as held (account text, kind text, code text)
    join carried_account as mine on mine.name = held.account
),
gone as (
    delete from ops.account_right as held
    using carried_account as mine
    where mine.account_id = held.account_id
      and not exists (select from given where (given.account_id, given.kind, given.code) = (held.account_id, held.kind, held.code))
),
put as (
    insert into ops.account_right (account_id, kind, code) select account_id, kind, code from given on conflict do nothing returning 1
)
select (select count(*) from put), (select count(*) from carried) - (select count(*) from put), 0::bigint, '{}'::text[]

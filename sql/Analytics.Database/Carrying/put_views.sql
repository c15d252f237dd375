-- Of accounts that came with this file. grain: an account and a view. reads: carried, carried_account. writes: ops.saved_view.
with put as (
    insert into ops.saved_view (account_id, name, address, created_at)
    select mine.account_id, view.name, view.address, view.created_at
    from carried
    cross join jsonb_to_record(row) as view (account text, name text, address text, created_at timestamptz)
    join carried_account as mine on mine.name = view.account
    on conflict (account_id, name) where removed_at is null do nothing
    returning 1
)
select (select count(*) from put), (select count(*) from carried) - (select count(*) from put), 0::bigint, '{}'::text[]

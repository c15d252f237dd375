-- Of accounts that came with this file. grain: a token. reads: carried, carried_account. writes: ops.api_token.
with put as (
    insert into ops.api_token (token_hash, account_id, label, created_at, expires_at, last_used_at, revoked_at, scopes)
    select token.token_hash, mine.account_id, token.label, token.created_at, token.expires_at, token.last_used_at, token.revoked_at, token.scopes
    from carried
    cross join jsonb_to_record(row) as token (
        account text, token_hash text, label text, created_at timestamptz, expires_at timestamptz, last_used_at timestamptz, revoked_at timestamptz,
        scopes text[])
    join carried_account as mine on mine.name = token.account
    on conflict do nothing
    returning 1
)
select (select count(*) from put), (select count(*) from carried) - (select count(*) from put), 0::bigint, '{}'::text[]

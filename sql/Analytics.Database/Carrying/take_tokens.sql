-- Hashes of the tokens of the HTTP interface. grain: a token. reads: ops.api_token, ops.account. writes: nothing.
select to_jsonb(token)::text
from (
    select account.name as account, token.token_hash, token.label, token.created_at, token.expires_at, token.last_used_at, token.revoked_at, token.scopes
    from ops.api_token as token join ops.account as account using (account_id)
    order by token.token_hash
) as token

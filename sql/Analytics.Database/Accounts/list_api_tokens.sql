-- grain: a valid token of an account. reads: ops.api_token. writes: nothing.
select
    token_hash as "TokenHash",
    label as "Label",
    created_at as "CreatedAt",
    expires_at as "ExpiresAt",
    last_used_at as "LastUsedAt",
    scopes as "Scopes"
from ops.api_token
where account_id = @accountId and revoked_at is null and expires_at > @now
order by created_at;

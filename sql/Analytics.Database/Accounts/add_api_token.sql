-- grain: a token. reads: nothing. writes: ops.api_token.
insert into ops.api_token (token_hash, account_id, label, created_at, expires_at)
values (@hash, @accountId, @label, @now, @expiresAt);

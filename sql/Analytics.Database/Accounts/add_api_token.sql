-- Adds a token to an account that may be used. grain: a token. reads: ops.account. writes: ops.api_token.
insert into ops.api_token (token_hash, account_id, label, expires_at, scopes)
select @hash, account_id, @label, @expiresAt, @scopes from ops.account where name = @account and not disabled

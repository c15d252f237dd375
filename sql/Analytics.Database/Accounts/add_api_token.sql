-- Adds a token, unless the account has as many as it may. grain: a token. reads: ops.api_token. writes: ops.api_token.
insert into ops.api_token (token_hash, account_id, label, expires_at, scopes)
select @hash, @AccountId, @label, @expiresAt, @scopes
where (select count(*) from ops.api_token as held where held.account_id = @AccountId and revoked_at is null and held.expires_at > @now) < @most;

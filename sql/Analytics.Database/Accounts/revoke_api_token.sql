-- grain: a token of an account. reads: nothing. writes: ops.api_token.
update ops.api_token set revoked_at = @now
where token_hash = @hash and account_id = @accountId and revoked_at is null;

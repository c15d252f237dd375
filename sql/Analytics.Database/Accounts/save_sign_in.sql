-- grain: an account that somebody has signed in to. reads: nothing. writes: ops.account.
update ops.account set last_sign_in_at = coalesce(@signedInAt, last_sign_in_at), password_hash = coalesce(@passwordHash, password_hash)
where account_id = @AccountId;

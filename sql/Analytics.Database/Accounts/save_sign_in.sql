-- grain: an attempt to sign in. reads: nothing. writes: ops.account.
update ops.account
set failed_sign_ins = @failures,
    locked_until = @lockedUntil,
    last_sign_in_at = coalesce(@signedInAt, last_sign_in_at),
    password_hash = coalesce(@passwordHash, password_hash)
where account_id = @AccountId;

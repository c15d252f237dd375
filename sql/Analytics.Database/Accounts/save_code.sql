-- grain: an attempt at an account's one-time codes. reads: nothing. writes: ops.account.
update ops.account
set failed_codes = @failures, codes_locked_until = @lockedUntil, last_code_step = coalesce(@step, last_code_step),
    last_sign_in_at = coalesce(@signedInAt, last_sign_in_at)
where account_id = @AccountId;

-- grain: an account. reads: nothing. writes: ops.account; the new stamp ends its sessions.
update ops.account
set password_hash = @passwordHash, must_change_password = true, failed_sign_ins = 0, locked_until = null,
    security_stamp = gen_random_uuid()
where account_id = @accountId;

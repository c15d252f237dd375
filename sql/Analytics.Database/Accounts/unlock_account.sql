-- grain: an account. reads: nothing. writes: ops.account.
update ops.account set failed_sign_ins = 0, locked_until = null where account_id = @accountId;

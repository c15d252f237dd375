-- grain: an account. reads: nothing. writes: ops.account.
update ops.account set failed_codes = 0, codes_locked_until = null where account_id = @accountId;

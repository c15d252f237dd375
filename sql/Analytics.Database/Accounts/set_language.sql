-- grain: an account. reads: nothing. writes: ops.account.
update ops.account set language = @language where account_id = @accountId;

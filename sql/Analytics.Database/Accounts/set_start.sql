-- grain: an account. reads: nothing. writes: ops.account.
update ops.account set start_address = @address where account_id = @accountId;

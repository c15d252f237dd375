-- grain: an accepted one-time code. reads: nothing. writes: ops.account.
update ops.account set last_code_hash = @codeHash, last_code_at = @now where account_id = @accountId;

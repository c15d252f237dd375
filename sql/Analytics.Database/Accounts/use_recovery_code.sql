-- grain: a recovery code that was not used before. reads: nothing. writes: ops.recovery_code.
update ops.recovery_code set used_at = @now where account_id = @accountId and code_hash = @codeHash and used_at is null;

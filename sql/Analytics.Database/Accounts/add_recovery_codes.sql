-- grain: a recovery code. reads: nothing. writes: ops.recovery_code.
insert into ops.recovery_code (account_id, code_hash) select @accountId, code_hash from unnest(@hashes) as code_hash;

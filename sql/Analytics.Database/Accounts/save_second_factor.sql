-- grain: an account. reads: nothing. writes: ops.account; the new stamp ends its sessions.
update ops.account
set second_factor = @secret, last_code_hash = null, last_code_at = null, security_stamp = gen_random_uuid()
where account_id = @accountId;

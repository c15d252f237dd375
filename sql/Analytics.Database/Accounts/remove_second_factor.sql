-- grain: an account. reads: nothing. writes: ops.account, whose new stamp ends its sessions; ops.recovery_code.
delete from ops.recovery_code where account_id = @accountId;
update ops.account set second_factor = null, failed_codes = 0, codes_locked_until = null, security_stamp = gen_random_uuid()
where account_id = @accountId;

-- Sets one-time codes up with the code that was shown first, unless that was accepted before.
-- grain: an account. reads: nothing. writes: ops.account, whose new stamp ends its sessions; ops.recovery_code.
with set_up as (
    update ops.account
    set second_factor = @secret, last_code_step = @step, failed_codes = 0, codes_locked_until = null, security_stamp = gen_random_uuid()
    where account_id = @accountId and coalesce(last_code_step < @step, true)
    returning account_id
), forgotten as (
    delete from ops.recovery_code using set_up where recovery_code.account_id = set_up.account_id
)
select count(*) from set_up;

-- Accounts as they sign in. grain: an account. reads: ops.account. writes: nothing.
select to_jsonb(account)::text
from (
    select name, role, password_hash, must_change_password, language, failed_codes, codes_locked_until, security_stamp, disabled, created_at,
           last_sign_in_at, second_factor, start_address, last_code_step
    from ops.account
    order by name
) as account

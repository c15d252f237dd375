-- An account that set-up made here and nobody has used gives way to the carried one of its name; one that was used here stays, and is named.
-- When an account was made tells whether it is the carried one, so that a second import leaves it as it has become since.
-- grain: an account. reads: carried. writes: ops.account, carried_account.
with given as (
    select account.*
    from carried
    cross join jsonb_to_record(row) as account (
        name text, role text, password_hash text, must_change_password boolean, language text, failed_codes integer, codes_locked_until timestamptz,
        security_stamp uuid, disabled boolean, created_at timestamptz, last_sign_in_at timestamptz, second_factor text, start_address text,
        last_code_step bigint)
),
here as (
    select given.name, account.created_at = given.created_at as carried_before, account.last_sign_in_at is null as unused
    from given join ops.account as account using (name)
),
put as (
    insert into ops.account as account (
        name, role, password_hash, must_change_password, language, failed_codes, codes_locked_until, security_stamp, disabled, created_at,
        last_sign_in_at, second_factor, start_address, last_code_step)
    select name, role, password_hash, must_change_password, language, failed_codes, codes_locked_until, security_stamp, disabled, created_at,
           last_sign_in_at, second_factor, start_address, last_code_step
    from given
    where name not in (select name from here where carried_before or not unused)
    on conflict (name) do update set
        role = excluded.role, password_hash = excluded.password_hash, must_change_password = excluded.must_change_password,
        language = excluded.language, failed_codes = excluded.failed_codes, codes_locked_until = excluded.codes_locked_until,
        security_stamp = excluded.security_stamp, disabled = excluded.disabled, created_at = excluded.created_at,
        last_sign_in_at = excluded.last_sign_in_at, second_factor = excluded.second_factor, start_address = excluded.start_address,
        last_code_step = excluded.last_code_step
    returning account_id, name
),
remembered as (
    insert into carried_account (account_id, name) select account_id, name from put returning 1
)
select (select count(*) from remembered), (select count(*) from here where carried_before), 0::bigint,
       array(select name from here where not carried_before and not unused order by name)

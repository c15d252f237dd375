-- grain: the account of a name, with what it is recognised by. reads: ops.account, ops.account_right, ops.role_need. writes: nothing.
select
    account_id as "AccountId",
    name as "Name",
    role as "Role",
    must_change_password as "MustChangePassword",
    language as "Language",
    security_stamp as "SecurityStamp",
    start_address as "StartAddress",
    second_factor is not null as "HasSecondFactor",
    second_factor is null and exists (select from ops.role_need as need where need.role = account.role and needs_second_factor) as "NeedsSecondFactor",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'source' order by code) as "Sources",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'region' order by code) as "Regions",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'programme' order by code) as "Programmes",
    password_hash as "PasswordHash",
    failed_codes as "FailedCodes",
    codes_locked_until as "CodesLockedUntil",
    disabled as "Disabled",
    second_factor as "SecondFactor",
    last_code_step as "LastCodeStep"
from ops.account
where name = @name;

-- grain: an account that may be used. reads: ops.account, ops.account_right, ops.role_need, ops.recovery_code. writes: nothing.
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
    (select count(*) from ops.recovery_code as code where code.account_id = account.account_id and used_at is null) as "RecoveryCodes",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'source' order by code) as "Sources",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'region' order by code) as "Regions",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'programme' order by code) as "Programmes"
from ops.account
where account_id = @accountId and not disabled;

-- grain: an account. reads: ops.account, ops.account_right, ops.role_need, ops.api_token. writes: nothing.
select
    account_id as "AccountId",
    name as "Name",
    role as "Role",
    must_change_password as "MustChangePassword",
    language as "Language",
    security_stamp as "SecurityStamp",
    second_factor is not null as "HasSecondFactor",
    second_factor is null and exists (select from ops.role_need as need where need.role = account.role and needs_second_factor) as "NeedsSecondFactor",
    disabled as "Disabled",
    codes_locked_until as "CodesLockedUntil",
    created_at as "CreatedAt",
    last_sign_in_at as "LastSignInAt",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'source' order by code) as "Sources",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'region' order by code) as "Regions",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'programme' order by code) as "Programmes",
    (select count(*) from ops.api_token as token where token.account_id = account.account_id and revoked_at is null and expires_at > @now) as "Tokens"
from ops.account
order by disabled, name;

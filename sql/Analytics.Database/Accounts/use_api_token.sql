-- The account of a valid token, whose use is noted.
-- grain: an account. reads: ops.account, ops.account_right, ops.role_need. writes: ops.api_token.
with used as (
    update ops.api_token set last_used_at = @now
    where token_hash = @hash and expires_at > @now and revoked_at is null
    returning account_id, scopes
)
select
    account_id as "AccountId",
    name as "Name",
    role as "Role",
    must_change_password as "MustChangePassword",
    language as "Language",
    security_stamp as "SecurityStamp",
    second_factor is not null as "HasSecondFactor",
    second_factor is null and exists (select from ops.role_need as need where need.role = account.role and needs_second_factor) as "NeedsSecondFactor",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'source' order by code) as "Sources",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'region' order by code) as "Regions",
    array(select code from ops.account_right as held where held.account_id = account.account_id and kind = 'programme' order by code) as "Programmes",
    scopes as "Scopes"
from used
join ops.account using (account_id)
where not disabled

-- The account of a valid token, whose use is noted. grain: an account. reads: ops.account. writes: ops.api_token.
with used as (
    update ops.api_token set last_used_at = @now
    where token_hash = @hash and expires_at > @now and revoked_at is null
    returning account_id
)
select
    account_id as "AccountId",
    name as "Name",
    role as "Role",
    must_change_password as "MustChangePassword",
    language as "Language",
    security_stamp as "SecurityStamp"
from used
join ops.account using (account_id)
where not disabled

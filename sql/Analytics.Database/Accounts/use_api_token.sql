-- grain: the account of a token that is valid. reads: ops.account. writes: ops.api_token, when it was used.
update ops.api_token
set last_used_at = @now
from ops.account
where token_hash = @hash
    and revoked_at is null
    and expires_at > @now
    and account.account_id = api_token.account_id
    and not account.disabled
    and not account.must_change_password
returning
    account.account_id as "AccountId",
    account.name as "Name",
    account.role as "Role",
    account.must_change_password as "MustChangePassword",
    account.language as "Language",
    account.security_stamp as "SecurityStamp";

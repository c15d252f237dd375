-- grain: an account that may be used. reads: ops.account. writes: nothing.
select
    account_id as "AccountId",
    name as "Name",
    role as "Role",
    must_change_password as "MustChangePassword",
    language as "Language",
    security_stamp as "SecurityStamp"
from ops.account
where account_id = @accountId and not disabled;

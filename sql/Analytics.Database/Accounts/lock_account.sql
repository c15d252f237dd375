-- grain: the account of a name, held until the attempt is counted. reads: ops.account. writes: nothing.
select
    account_id as "AccountId",
    name as "Name",
    role as "Role",
    must_change_password as "MustChangePassword",
    language as "Language",
    security_stamp as "SecurityStamp",
    password_hash as "PasswordHash",
    failed_sign_ins as "FailedSignIns",
    locked_until as "LockedUntil",
    disabled as "Disabled"
from ops.account
where name = @name
for update;

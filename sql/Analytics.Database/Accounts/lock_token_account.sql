-- Holds an account while a token is added, so that two at once are counted both.
-- grain: an account. reads: ops.account, ops.role_need, ops.api_token. writes: nothing.
select
    account_id as "AccountId",
    disabled as "Disabled",
    must_change_password as "MustChangePassword",
    second_factor is null and exists (select from ops.role_need as need where need.role = account.role and needs_second_factor) as "NeedsSecondFactor"
from ops.account
where name = @account
for update of account;

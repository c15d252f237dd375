-- Makes a role need a second factor, or no longer; sessions of its accounts that have none end, and lead to setting one up.
-- grain: a role. reads: nothing. writes: ops.role_need, ops.account.
update ops.role_need set needs_second_factor = @needed where role = @role;
update ops.account set security_stamp = gen_random_uuid() where role = @role and second_factor is null;

-- grain: an account; the last administrator that may sign in stays one. reads, writes: ops.account; the new stamp ends its sessions.
update ops.account
set role = @role, security_stamp = gen_random_uuid()
where account_id = @accountId and (role <> 'administrator' or @role = 'administrator'
    or exists (select from ops.account as other where other.role = 'administrator' and not other.disabled and other.account_id <> @accountId));

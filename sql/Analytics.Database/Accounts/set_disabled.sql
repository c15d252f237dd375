-- grain: an account; the last administrator that may sign in stays. reads, writes: ops.account; the new stamp ends its sessions.
update ops.account
set disabled = @disabled, security_stamp = gen_random_uuid()
where account_id = @accountId and (not @disabled or role <> 'administrator'
    or exists (select from ops.account as other where other.role = 'administrator' and not other.disabled and other.account_id <> @accountId));

-- grain: an account. reads: nothing. writes: ops.account_right, ops.account; the new stamp ends its sessions.
delete from ops.account_right where account_id = @accountId;
insert into ops.account_right (account_id, kind, code)
select @accountId, kind, code from unnest(@kinds, @codes) as held (kind, code);
update ops.account set security_stamp = gen_random_uuid() where account_id = @accountId;

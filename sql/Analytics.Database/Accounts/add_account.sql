-- grain: an account. reads: nothing. writes: ops.account, unless the name is taken.
insert into ops.account (name, role, password_hash, must_change_password)
values (@name, @role, @passwordHash, @mustChangePassword)
on conflict (name) do nothing;

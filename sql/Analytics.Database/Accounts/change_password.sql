-- grain: an account. reads: nothing. writes: ops.account, whose new stamp ends its sessions; ops.api_token.
update ops.api_token set revoked_at = @now where account_id = @accountId and revoked_at is null;
update ops.account set password_hash = @passwordHash, must_change_password = @mustChangePassword, security_stamp = gen_random_uuid()
where account_id = @accountId;

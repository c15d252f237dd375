-- Closes or opens an account; the last administrator that may sign in stays. What was closed comes back without its tokens.
-- grain: an account. reads: ops.account. writes: ops.account, whose new stamp ends its sessions; ops.api_token.
with changed as (
    update ops.account
    set disabled = @disabled, security_stamp = gen_random_uuid()
    where account_id = @accountId and (not @disabled or role <> 'administrator'
        or exists (select from ops.account as other where other.role = 'administrator' and not other.disabled and other.account_id <> @accountId))
    returning account_id
), revoked as (
    update ops.api_token set revoked_at = @now from changed
    where api_token.account_id = changed.account_id and @disabled and revoked_at is null
)
select count(*) from changed;

-- What accounts are limited to. grain: an account and a source, region or programme. reads: ops.account_right, ops.account. writes: nothing.
select to_jsonb(held)::text
from (
    select account.name as account, held.kind, held.code
    from ops.account_right as held join ops.account as account using (account_id)
    order by account.name, held.kind, held.code
) as held

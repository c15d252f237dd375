-- Views that readers keep; those taken away are not carried. grain: an account and a view. reads: ops.saved_view, ops.account. writes: nothing.
select to_jsonb(view)::text
from (
    select account.name as account, view.name, view.address, view.created_at
    from ops.saved_view as view join ops.account as account using (account_id)
    where view.removed_at is null
    order by account.name, view.name
) as view

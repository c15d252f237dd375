-- grain: a view that an account took away and can still put back. reads: ops.saved_view. writes: nothing.
select saved_view_id as "SavedViewId", name as "Name", address as "Address"
from ops.saved_view
where account_id = @accountId and saved_view_id = @savedViewId and removed_at is not null;

-- grain: a view that an account keeps. reads: ops.saved_view. writes: nothing.
select saved_view_id as "SavedViewId", name as "Name", address as "Address"
from ops.saved_view
where account_id = @accountId and removed_at is null
order by name, saved_view_id;

-- grain: a view of an account. reads: nothing. writes: ops.saved_view.
update ops.saved_view set name = @name where account_id = @accountId and saved_view_id = @savedViewId and removed_at is null;

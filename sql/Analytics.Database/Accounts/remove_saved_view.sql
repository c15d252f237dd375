-- Takes a view away, and forgets those that were taken away a day ago. grain: a view. reads: nothing. writes: ops.saved_view.
with forgotten as (
    delete from ops.saved_view where account_id = @accountId and removed_at < @now - interval '1 day' returning saved_view_id
)
update ops.saved_view set removed_at = @now where account_id = @accountId and saved_view_id = @savedViewId and removed_at is null;

-- Puts a view back, unless the account keeps as many as it may. grain: a view. reads: ops.saved_view. writes: ops.saved_view.
update ops.saved_view set removed_at = null
where account_id = @accountId and saved_view_id = @savedViewId and removed_at is not null
    and (select count(*) from ops.saved_view as kept where kept.account_id = @accountId and kept.removed_at is null) < @most;

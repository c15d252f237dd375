-- Keeps a view, unless the account keeps as many as it may. grain: a view. reads: ops.saved_view. writes: ops.saved_view.
insert into ops.saved_view (account_id, name, address)
select @accountId, @name, @address
where (select count(*) from ops.saved_view where account_id = @accountId and removed_at is null) < @most;

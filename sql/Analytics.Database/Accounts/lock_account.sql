-- Holds an account until an attempt at its codes is counted, so that two attempts at once are two. grain: an account. reads: ops.account. writes: nothing.
select account_id from ops.account where name = @name for update;

-- grain: an account or an action that the audit names. reads: ops.audit. writes: nothing.
select distinct 'account' as "Kind", account as "Code" from ops.audit
union all
select distinct 'action', action from ops.audit
order by 1, 2;

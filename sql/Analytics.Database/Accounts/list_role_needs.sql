-- grain: a role that needs a second factor. reads: ops.role_need. writes: nothing.
select role from ops.role_need where needs_second_factor order by role;

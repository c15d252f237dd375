-- Roles that need a second factor. grain: a role. reads: ops.role_need. writes: nothing.
select to_jsonb(need)::text
from (select role from ops.role_need where needs_second_factor order by role) as need

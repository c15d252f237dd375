-- grain: a role. reads: carried. writes: ops.role_need.
with put as (
    update ops.role_need set needs_second_factor = true
    where not needs_second_factor and role in (select row ->> 'role' from carried)
    returning 1
)
select (select count(*) from put), (select count(*) from carried) - (select count(*) from put), 0::bigint, '{}'::text[]

-- grain: a key. reads: carried. writes: ops.data_protection_key.
with given as (
    select key.* from carried cross join jsonb_to_record(row) as key (friendly_name text, xml text, created_at timestamptz)
),
put as (
    insert into ops.data_protection_key (friendly_name, xml, created_at)
    select friendly_name, xml, created_at from given
    on conflict (friendly_name) do nothing
    returning 1
)
select (select count(*) from put), (select count(*) from given) - (select count(*) from put), 0::bigint, '{}'::text[]

-- A source is entered by its first file; a sign-off may come before that. grain: a source. reads: carried. writes: ops.source.
with put as (
    insert into ops.source (source_id, feed, mapping, synthetic, schedule, expected_every_days, created_at)
    select source.*
    from carried
    cross join jsonb_to_record(row) as source (
        source_id text, feed text, mapping text, synthetic boolean, schedule text, expected_every_days integer, created_at timestamptz)
    on conflict (source_id) do nothing
    returning 1
)
select (select count(*) from put), (select count(*) from carried) - (select count(*) from put), 0::bigint, '{}'::text[]

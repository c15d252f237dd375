-- grain: a round. reads: carried. writes: ops.link_round.
with put as (
    insert into ops.link_round (round, opened_at, closed_at)
    select round.round, round.opened_at, round.closed_at
    from carried cross join jsonb_to_record(row) as round (round text, opened_at timestamptz, closed_at timestamptz)
    on conflict (round) do nothing
    returning 1
)
select (select count(*) from put), (select count(*) from carried) - (select count(*) from put), 0::bigint, '{}'::text[]

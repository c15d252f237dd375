-- Privacy that was spent stays spent. grain: a release. reads: carried. writes: ops.synthetic_release.
with given as (
    select carried.place, release.*
    from carried
    cross join jsonb_to_record(row) as release (
        released_at timestamptz, attributes text[], largest_order integer, epsilon double precision, delta double precision, rho double precision,
        records integer)
),
put as (
    insert into ops.synthetic_release (released_at, attributes, largest_order, epsilon, delta, rho, records)
    select released_at, attributes, largest_order, epsilon, delta, rho, records
    from given
    where not exists (
        select from ops.synthetic_release as release
        where (release.released_at, release.rho, release.records) = (given.released_at, given.rho, given.records))
    order by place
    returning 1
)
select (select count(*) from put), (select count(*) from given) - (select count(*) from put), 0::bigint, '{}'::text[]

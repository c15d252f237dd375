-- What releases of synthetic records have given away. grain: a release. reads: ops.synthetic_release. writes: nothing.
select to_jsonb(release)::text
from (
    select released_at, attributes, largest_order, epsilon, delta, rho, records from ops.synthetic_release order by synthetic_release_id
) as release

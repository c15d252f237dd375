-- grain: a release. reads: nothing. writes: ops.synthetic_release.
insert into ops.synthetic_release (released_at, attributes, largest_order, epsilon, delta, rho, records)
values (@released_at, @attributes, @largest_order, @epsilon, @delta, @rho, @records)

-- What releases of synthetic records have given away so far.
-- reads: nothing. writes: ops.synthetic_release.

-- grain: a release of synthetic records. Written before the file is, since privacy that may have been spent counts as spent.
create table ops.synthetic_release (
    synthetic_release_id bigint generated always as identity primary key,
    released_at timestamptz not null,
    attributes text[] not null,
    largest_order integer not null check (largest_order between 1 and 3),
    epsilon double precision not null check (epsilon > 0),
    delta double precision not null check (delta > 0 and delta < 1),
    rho double precision not null check (rho > 0),
    records integer not null
);
comment on table ops.synthetic_release is 'grain: a release of synthetic records of fct_assistance. rho: its loss in zero-concentrated differential privacy; losses of all releases add up.';

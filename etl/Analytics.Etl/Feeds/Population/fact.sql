-- fact: the newest population figure of a unit, year and sex, over what the reference data gave.
-- grain: a region, year and sex. reads: core.population, mart.dim_region. writes: mart.fct_population.
insert into mart.fct_population (region_key, year, sex, population, estimate_source)
select region.region_key, version.year, version.sex, version.population, coalesce(version.source, 'unknown')
from core.population as version
cross join lateral (
    -- The unit as it was on 1 January, or as it first was where the series goes back further.
    select state.region_key
    from mart.dim_region as state
    where state.soate = version.soate
    order by make_date(version.year, 1, 1) >= state.valid_from and make_date(version.year, 1, 1) < state.valid_to desc, state.valid_from
    limit 1
) as region
where version.batch_id = @batch_id and version.known_until = 'infinity' and not version.withdrawn
on conflict (region_key, year, sex) do update
set population = excluded.population, estimate_source = excluded.estimate_source;

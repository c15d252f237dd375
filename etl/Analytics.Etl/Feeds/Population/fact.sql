-- fact: the newest population figure of a unit, year and sex, over what the reference data gave.
-- grain: a region, year and sex. reads: core.population, mart.dim_region. writes: mart.fct_population.
insert into mart.fct_population (region_key, year, sex, population, estimate_source)
select region.region_key, version.year, version.sex, version.population, coalesce(version.source, 'unknown')
from core.population as version
join mart.dim_region as region
    on region.soate = version.soate
    and region.valid_from <= make_date(version.year, 1, 1) and make_date(version.year, 1, 1) < region.valid_to
where version.batch_id = @batch_id and version.known_until = 'infinity' and not version.withdrawn
on conflict (region_key, year, sex) do update
set population = excluded.population, estimate_source = excluded.estimate_source;

-- Permanent residents; what the population feed gave stays over it.
-- grain: a region, year and sex. reads: reference_row, mart.dim_region, core.population. writes: mart.fct_population.
insert into mart.fct_population (region_key, year, sex, population, estimate_source)
select region.region_key, row.year::smallint, row.sex, row.population::bigint, row.source
from reference_row as row
cross join lateral (
    -- The unit as it was on 1 January, or as it first was where the series goes back further.
    select state.region_key
    from mart.dim_region as state
    where state.soate = row.soate
    order by make_date(row.year::integer, 1, 1) >= state.valid_from and make_date(row.year::integer, 1, 1) < state.valid_to desc, state.valid_from
    limit 1
) as region
where not exists (
    select from core.population as given
    where given.soate = row.soate and given.year = row.year::integer and given.sex = row.sex and given.known_until = 'infinity')
on conflict (region_key, year, sex) do update set population = excluded.population, estimate_source = excluded.estimate_source;

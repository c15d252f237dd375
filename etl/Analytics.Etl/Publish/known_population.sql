-- Population as the sources give it, both sexes, country and regions.
-- grain: a region and year. reads: mart.fct_population, mart.dim_region. writes: nothing.
select region.soate as region, fact.year::int as year, fact.population, fact.estimate_source as source
from mart.fct_population as fact
join mart.dim_region as region using (region_key)
where fact.sex = 'total' and region.level in (0, 1)
order by region.soate, fact.year

-- What the population feed gave stands in the fact, over what the reference data gave.
-- grain: a unit, year and sex that differ. reads: core.population, mart.fct_population, mart.dim_region. writes: nothing.
select core.soate, core.year, core.sex, core.population, fact.population as fact_population
from core.population as core
left join (
    select region.soate, fact.year, fact.sex, fact.population
    from mart.fct_population as fact
    join mart.dim_region as region using (region_key)
) as fact on fact.soate = core.soate and fact.year = core.year and fact.sex = core.sex
where core.known_until = 'infinity' and not core.withdrawn and fact.population is distinct from core.population
  and exists (select from mart.dim_region as unit where unit.soate = core.soate)
limit 100

-- Every current, not withdrawn monthly count of core is one current fact with its persons, and nothing else is.
-- grain: an organisation and month that differ. reads: core.ngo_monthly, mart.fct_assistance_month. writes: nothing.
select organisation, month, coalesce(core.rows, 0) as core_rows, coalesce(fact.rows, 0) as fact_rows, core.persons, fact.persons as fact_persons
from (
    select organisation, month::integer as month, count(*) as rows, sum(persons_assisted) as persons
    from core.ngo_monthly where known_until = 'infinity' and not withdrawn group by organisation, month
) as core
full join (
    select organisation, month_date_key as month, count(*) as rows, sum(persons_assisted) as persons
    from mart.fct_assistance_month where known_until = 'infinity' group by organisation, month_date_key
) as fact using (organisation, month)
where (core.rows, core.persons) is distinct from (fact.rows, fact.persons)
limit 100

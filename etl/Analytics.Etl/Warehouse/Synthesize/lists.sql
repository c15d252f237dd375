-- Every code that a person's attribute can have, from reference data and from what is published: none of it from the records.
-- grain: a code of an attribute. reads: mart.dim_form, mart.dim_region, pub.cell. writes: nothing.
select 'form' as attribute, form as code, sort::bigint as place from mart.dim_form
union all
select 'region', soate, row_number() over (order by soate) from (select distinct soate from mart.dim_region where level = 1) as region
union all
select 'year', period, row_number() over (order by period)
from (select distinct period from pub.cell where profile = 'public' and measure = 'intakes' and period_kind = 'year') as published
order by attribute, place

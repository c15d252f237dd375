-- What the coordinating body is shown of intakes and contacts is what the facts count, of the country and of each region, year by year.
-- grain: a measure, year and region that differ. reads: pub.cell, mart.fct_assistance, mart.contact_count and dimensions. writes: nothing.
with counted as (
    select 'intakes' as measure, date.year as period, coalesce(region.admin1_soate, 'total') as region, count(*) as amount
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    join mart.dim_region as region on region.region_key = fact.region_origin_key
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
    group by date.year, grouping sets ((), (region.admin1_soate))
    union all
    select 'contacts', date.year, coalesce(region.admin1_soate, 'total'), sum(fact.contacts)
    from mart.contact_count as fact
    join mart.dim_date as date on date.date_key = fact.month_key
    join mart.dim_region as region on region.region_key = fact.caller_region_key
    group by date.year, grouping sets ((), (region.admin1_soate))
)
select cell.measure, cell.period, cell.region, cell.value, counted.amount
from pub.cell
left join counted using (measure, period, region)
where cell.profile = 'ministry' and cell.period_kind = 'year' and cell.measure in ('intakes', 'contacts') and cell.status in ('ok', 'zero')
  and (cell.sex, cell.age_band, cell.form, cell.destination, cell.topic, cell.programme) = ('total', 'total', 'total', 'total', 'total', 'total')
  and cell.value <> coalesce(counted.amount, 0)
limit 100

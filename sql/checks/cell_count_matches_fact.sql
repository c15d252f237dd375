-- What the coordinating body is shown of intakes and contacts is what the facts count, of the country, of each region and each district,
-- and of each region of service, year by year.
-- grain: a measure, year and place that differ. reads: pub.cell, mart.fct_assistance, mart.contact_count and dimensions. writes: nothing.
with intake as (
    select date.year, origin.admin1_soate as region, service.admin1_soate as region_service,
           case when origin.level = 2 then origin.soate
                when origin.level = 1 and exists (select from mart.dim_region as part where part.parent_soate = origin.soate and part.level = 2) then 'unknown' end as district
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    join mart.dim_region as origin on origin.region_key = fact.region_origin_key
    join mart.dim_region as service on service.region_key = fact.region_service_key
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
),
counted as (
    select 'intakes' as measure, year as period,
           jsonb_strip_nulls(jsonb_build_object('region', region, 'district', district, 'region_service', region_service)) as members, count(*) as amount
    from intake
    group by year, grouping sets ((), (region), (region, district), (region_service))
    having grouping(district) = 1 or district is not null
    union all
    select 'contacts', date.year, jsonb_strip_nulls(jsonb_build_object('region', region.admin1_soate)), sum(fact.contacts)
    from mart.contact_count as fact
    join mart.dim_date as date on date.date_key = fact.month_key
    join mart.dim_region as region on region.region_key = fact.caller_region_key
    group by date.year, grouping sets ((), (region.admin1_soate))
)
select cell.measure, cell.period, cell.members, cell.value, counted.amount
from pub.cell
left join counted using (measure, period, members)
where cell.profile = 'ministry' and cell.period_kind = 'year' and cell.measure in ('intakes', 'contacts') and cell.status in ('ok', 'zero')
  and cell.cut in ('', 'region', 'district,region', 'region_service')
  and cell.value <> coalesce(counted.amount, 0)
limit 100

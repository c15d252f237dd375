-- Agencies and foreign employers by licence, complaints and sanctions, and the batches that they come from.
-- A licence counts in every period of which it was valid on one day; without an end it is valid up to the day of the register's newest
-- entry. Complaints and sanctions are those of an agency's latest entry, in the year of that entry: whichever way the entries came.
-- grain: measure x period x (region, or destination, or total). reads: mart.fct_agency, mart.region_branch and dimensions. writes: nothing.
with agency as (
    select fact.batch_key, entry.starts_on as entered_on, region.region, country.iso3 as destination, fact.complaints, fact.sanction,
           licensed_from.starts_on as licensed_from,
           least(coalesce(licensed_to.ends_on, 'infinity'), max(entry.starts_on) over ()) as licensed_to
    from mart.fct_agency as fact
    join mart.dim_date as entry on entry.date_key = fact.entry_date_key
    join mart.dim_date as licensed_from on licensed_from.date_key = fact.licensed_from_date_key
    join mart.dim_date as licensed_to on licensed_to.date_key = fact.licensed_to_date_key
    join mart.region_branch as region on region.region_key = fact.region_key
    join mart.dim_country as country on country.country_key = fact.country_key
    where fact.known_until = 'infinity'
),
act as (
    select 'agencies_licensed' as measure, region, destination, 1 as amount, batch_key, licensed_from as from_day, licensed_to as to_day
    from agency where licensed_from <= licensed_to
    union all
    select 'agency_complaints', region, destination, complaints, batch_key, entered_on, entered_on from agency where complaints > 0
    union all
    select 'agency_sanctions', region, destination, 1, batch_key, entered_on, entered_on from agency where sanction not in ('none', 'unknown')
),
reporting_period as (
    select 'year' as period_kind, year as period, starts_on, ends_on from mart.dim_date where date_precision = 'year'
    union all
    select 'span', period, starts_on, ends_on from mart.dim_reporting_period
    union all
    select 'all', 'all', '-infinity', 'infinity'
)
select measure, period_kind, period, coalesce(region, 'total') as region, coalesce(destination, 'total') as destination,
       sum(amount)::bigint as amount, array_agg(distinct batch_key) as batches
from act
join reporting_period on reporting_period.starts_on <= act.to_day and act.from_day <= reporting_period.ends_on
group by measure, period_kind, period, grouping sets ((), (region), (destination))

-- Agencies and foreign employers by licence, complaints and sanctions, and the batches that they come from.
-- A licence counts in every period of which it was valid on one day; without an end it is valid up to the day of the register's newest
-- entry. Complaints and sanctions are those of the last entry that an agency had in a year; what came later belongs to its own year.
-- grain: measure x period x (region, or destination, or total). reads: mart.fct_agency, mart.region_branch and dimensions. writes: nothing.
with entry as (
    select fact.agency_no, fact.batch_key, fact.known_since, fact.known_until, date.starts_on as entered_on, date.year, region.region,
           country.iso3 as destination, fact.complaints, fact.sanction, fact.licensed_from_date_key, fact.licensed_to_date_key
    from mart.fct_agency as fact
    join mart.dim_date as date on date.date_key = fact.entry_date_key
    join mart.region_branch as region on region.region_key = fact.region_key
    join mart.dim_country as country on country.country_key = fact.country_key
    -- What the register took back was never so.
    where fact.agency_no in (select agency_no from mart.fct_agency where known_until = 'infinity')
),
licence as (
    select entry.batch_key, entry.region, entry.destination, licensed_from.starts_on as from_day,
           least(coalesce(licensed_to.ends_on, 'infinity'), max(entry.entered_on) over ()) as to_day
    from entry
    join mart.dim_date as licensed_from on licensed_from.date_key = entry.licensed_from_date_key
    join mart.dim_date as licensed_to on licensed_to.date_key = entry.licensed_to_date_key
    where entry.known_until = 'infinity'
),
last_of_year as (
    select distinct on (agency_no, year) batch_key, region, destination, entered_on, complaints, sanction
    from entry
    order by agency_no, year, entered_on desc, known_since desc
),
act as (
    select 'agencies_licensed' as measure, region, destination, 1 as amount, batch_key, from_day, to_day from licence where from_day <= to_day
    union all
    select 'agency_complaints', region, destination, complaints, batch_key, entered_on, entered_on from last_of_year where complaints > 0
    union all
    select 'agency_sanctions', region, destination, 1, batch_key, entered_on, entered_on from last_of_year where sanction not in ('none', 'unknown')
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

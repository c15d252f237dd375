-- Capture histories from linked persons: on which lists a person stands with a record in the period.
-- grain: a period, stratum and set of lists. reads: mart.bridge_person, mart.dim_date, mart.dim_region. writes: mart.fct_capture_history.
delete from mart.fct_capture_history;
insert into mart.fct_capture_history (period, period_kind, stratum, lists, persons)
with record_in_period as (
    select bridge.person_key, bridge.list, bridge.date_key, region.admin1_soate as region, period_of.period_kind, period_of.period
    from mart.bridge_person as bridge
    join mart.dim_date as date using (date_key)
    join mart.dim_region as region using (region_key)
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    cross join lateral (values ('year', nullif(date.year, 'unknown')), ('span', span.period), ('all', 'all')) as period_of (period_kind, period)
    where period_of.period is not null
),
person_in_period as (
    select period, period_kind, person_key, array_agg(distinct list order by list) as lists,
           (array_agg(region order by date_key, list) filter (where region <> 'unknown'))[1] as region
    from record_in_period
    group by period, period_kind, person_key
)
select period, period_kind, coalesce(region, 'total'), lists, count(*)
from person_in_period
group by period, period_kind, lists, grouping sets ((), (region))
having grouping(region) = 1 or region is not null;

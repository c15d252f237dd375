-- Crimes registered under an article of the trafficking group, each step counted by its own date; and the batches that they come from:
-- that of the registration, and that of the step that a measure is dated by.
-- grain: measure x period x (region, district as region/district, or total).
-- reads: mart.fct_crime, mart.fct_crime_event, mart.region_branch and dimensions. writes: nothing.
with crime_step as (
    select measure, date_key, event, fact.register_no, fact.batch_key, region.region, region.region || '/' || region.district as district, amount
    from mart.fct_crime as fact
    join mart.dim_article as article on article.article_key = fact.registered_article_key
    join mart.region_branch as region on region.region_key = fact.region_key
    cross join lateral (values
        ('crimes_registered', fact.registered_date_key, null, 1),
        ('crimes_discontinued', fact.discontinued_date_key, 'discontinued', 1),
        ('crimes_sent_to_court', fact.sent_to_court_date_key, 'sent_to_court', 1),
        ('crimes_convicted', fact.convicted_date_key, 'convicted', 1),
        ('crimes_requalified', fact.requalified_date_key, 'requalified', 1),
        ('victims_registered', fact.registered_date_key, null, coalesce(fact.victims_count, 0))) as step (measure, date_key, event, amount)
    where fact.known_until = 'infinity' and article.article_group = 'trafficking'
      and (date_key > 0 or measure in ('crimes_registered', 'victims_registered'))
),
step_record as (
    select measure, date_key, region, district, amount, batch_key from crime_step
    union all
    select step.measure, step.date_key, step.region, step.district, 0, event.batch_key
    from crime_step as step
    join mart.fct_crime_event as event
        on event.register_no = step.register_no and event.event_date_key = step.date_key and event.event = step.event
        and event.known_until = 'infinity'
),
step_in_period as (
    select measure, region, district, amount, batch_key, period_of.period_kind, period_of.period
    from step_record
    join mart.dim_date as date using (date_key)
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    cross join lateral (values
        ('month', date.month), ('quarter', date.quarter), ('year', nullif(date.year, 'unknown')), ('span', span.period), ('all', 'all')
    ) as period_of (period_kind, period)
    where period_of.period is not null
)
select measure, period_kind, period, coalesce(district, region, 'total') as region, sum(amount)::bigint as amount,
       array_agg(distinct batch_key) as batches
from step_in_period
group by measure, period_kind, period, grouping sets ((), (region), (district))
having grouping(district) = 1 or district is not null

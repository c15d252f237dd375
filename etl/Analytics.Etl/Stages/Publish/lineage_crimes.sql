-- Batches behind the measures of crimes: that of the registration, and that of the step a measure is dated by.
-- grain: measure x period x (region, district or total). reads: mart.fct_crime, mart.fct_crime_event and dimensions. writes: pg_temp.built_lineage.
with crime_step as (
    select fact.register_no, measure, date_key, event, region.region, region.district, fact.batch_key
    from mart.fct_crime as fact
    join mart.dim_article as article on article.article_key = fact.registered_article_key
    join mart.region_branch as region on region.region_key = fact.region_key
    cross join lateral (values
        ('crimes_registered', fact.registered_date_key, null, true),
        ('victims_registered', fact.registered_date_key, null, fact.victims_count > 0),
        ('crimes_discontinued', fact.discontinued_date_key, 'discontinued', fact.discontinued_date_key > 0),
        ('crimes_sent_to_court', fact.sent_to_court_date_key, 'sent_to_court', fact.sent_to_court_date_key > 0),
        ('crimes_convicted', fact.convicted_date_key, 'convicted', fact.convicted_date_key > 0),
        ('crimes_requalified', fact.requalified_date_key, 'requalified', fact.requalified_date_key > 0)
    ) as step (measure, date_key, event, counts)
    where fact.known_until = 'infinity' and article.article_group = 'trafficking' and counts
),
step_batch as (
    select distinct measure, date_key, region, district, batch_key from crime_step
    union
    select step.measure, step.date_key, step.region, step.district, event.batch_key
    from crime_step as step
    join mart.fct_crime_event as event
        on event.register_no = step.register_no and event.event_date_key = step.date_key and event.event = step.event
        and event.known_until = 'infinity'
)
insert into pg_temp.built_lineage (measure, period, region, district, batches)
select measure, period_of.period, coalesce(region, 'total'), coalesce(district, 'total'), array_agg(distinct batch_key)
from step_batch
join mart.dim_date as date using (date_key)
left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
cross join lateral (values
    (date.month), (date.quarter), (nullif(date.year, 'unknown')), (span.period), ('all')) as period_of (period)
where period_of.period is not null
group by measure, period_of.period, grouping sets ((), (region), (region, district))
having grouping(district) = 1 or district is not null;

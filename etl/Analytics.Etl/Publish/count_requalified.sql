-- Crimes that entered as trafficking and stand as something else, and the other way, by the day of their last crossing. The
-- group of an article is that of the code in force on the day: 171 becoming 166 crosses nothing. Batches: that of the registration, and that
-- of the step in which the crime crossed.
-- grain: measure x period x (article group on the other side, or total). reads: mart.fct_crime, mart.fct_crime_event and dimensions. writes: nothing.
with crossed as (
    select fact.register_no, fact.requalified_date_key, fact.batch_key, entered.article_group = 'trafficking' as entered_as_trafficking,
           case when entered.article_group = 'trafficking' then stands.article_group else entered.article_group end as article_group
    from mart.fct_crime as fact
    join mart.dim_article as entered on entered.article_key = fact.registered_article_key
    join mart.dim_article as stands on stands.article_key = fact.current_article_key
    where fact.known_until = 'infinity' and (entered.article_group = 'trafficking') <> (stands.article_group = 'trafficking')
),
step as (
    select crossed.register_no, event.event_date_key, event.batch_key, article.article_group = 'trafficking' as is_trafficking,
           lag(article.article_group = 'trafficking', 1, crossed.entered_as_trafficking)
               over (partition by crossed.register_no order by event.event_date_key) as was_trafficking
    from crossed
    join mart.fct_crime_event as event
        on event.register_no = crossed.register_no and event.event = 'requalified' and event.known_until = 'infinity'
    join mart.dim_article as article on article.article_key = event.article_to_key
),
crossing as (
    select crossed.*, coalesce(
        (select max(event_date_key) from step where step.register_no = crossed.register_no and is_trafficking <> was_trafficking),
        crossed.requalified_date_key) as date_key
    from crossed
),
crossing_record as (
    select entered_as_trafficking, article_group, date_key, batch_key, 1 as amount from crossing
    union all
    select crossing.entered_as_trafficking, crossing.article_group, crossing.date_key, step.batch_key, 0
    from crossing
    join step on step.register_no = crossing.register_no and step.event_date_key = crossing.date_key
)
select case when entered_as_trafficking then 'crimes_requalified_out' else 'crimes_requalified_in' end as measure,
       period_of.period_kind, period_of.period, coalesce(article_group, 'total') as article_group, sum(amount)::bigint as amount, array_agg(distinct batch_key) as batches
from crossing_record
join mart.dim_date as date using (date_key)
left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
cross join lateral (values ('year', nullif(date.year, 'unknown')), ('span', span.period), ('all', 'all')) as period_of (period_kind, period)
where period_of.period is not null
group by entered_as_trafficking, period_of.period_kind, period_of.period, grouping sets ((), (article_group))

-- What time each feed reports on: from the first to the last month that its current rows reach.
-- grain: a feed. reads: mart facts, mart.dim_date. writes: nothing.
with reported_date as (
    select 'hotline' as feed, contact_date_key as date_key from mart.fct_contact where known_until = 'infinity'
    union all
    select 'ngo_case', intake_date_key from mart.fct_assistance where known_until = 'infinity'
    union all
    select 'register_crime', registered_date_key from mart.fct_crime where known_until = 'infinity'
    union all
    select 'register_crime', event_date_key from mart.fct_crime_event where known_until = 'infinity'
)
select reported_date.feed,
       min(date_trunc('month', date.starts_on))::date as covers_from,
       (max(date_trunc('month', date.ends_on)) + interval '1 month - 1 day')::date as covers_to
from reported_date
join mart.dim_date as date using (date_key)
where date.date_key > 0
group by reported_date.feed

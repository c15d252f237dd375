-- What time each feed reports on, year by year.
-- grain: a feed and year that a current row falls in. covers_from/to: the first and last month of the feed's rows that are known to
-- the month, null where the year has none. has_undated: whether some are known to the year alone.
-- reads: mart facts, mart.dim_date. writes: nothing.
with reported_date as (
    select 'hotline' as feed, month_key as date_key from mart.contact_count where contacts > 0
    union all
    select 'ngo_case', intake_date_key from mart.fct_assistance where known_until = 'infinity'
    union all
    select 'ngo_monthly', month_date_key from mart.fct_assistance_month where known_until = 'infinity'
    union all
    select 'register_crime', registered_date_key from mart.fct_crime where known_until = 'infinity'
    union all
    select 'register_crime', event_date_key from mart.fct_crime_event where known_until = 'infinity'
    union all
    -- The register says nothing of months, nor of the years before its first entry, whatever licences are as old.
    select 'employment_agency', entry_date_key / 10000 * 10000 from mart.fct_agency where known_until = 'infinity'
)
select reported_date.feed, extract(year from date.starts_on)::int as year,
       min(date_trunc('month', date.starts_on)) filter (where date.month is not null)::date as covers_from,
       (max(date_trunc('month', date.ends_on)) filter (where date.month is not null) + interval '1 month - 1 day')::date as covers_to,
       bool_or(date.month is null) as has_undated
from reported_date
join mart.dim_date as date using (date_key)
where date.date_key > 0
group by reported_date.feed, extract(year from date.starts_on)
order by reported_date.feed, year

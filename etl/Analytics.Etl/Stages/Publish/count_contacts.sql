-- Hotline contacts: all, with suspected trafficking, and of these the referred.
-- grain: period x cut. reads: mart.contact_count and its dimensions. writes: nothing.
with contact as (
    select date.year, date.quarter, date.month, span.period as span, region.admin1_soate as region, fact.topic,
           fact.suspected, fact.referred, fact.contacts
    from mart.contact_count as fact
    join mart.dim_date as date on date.date_key = fact.month_key
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    join mart.dim_region as region on region.region_key = fact.caller_region_key
    where fact.contacts > 0
),
contact_month as (
    select year, quarter, month, span, region, topic, sum(contacts) as contacts, coalesce(sum(contacts) filter (where suspected), 0) as suspected,
           coalesce(sum(contacts) filter (where suspected and referred), 0) as referred
    from contact
    group by year, quarter, month, span, region, topic
),
contact_in_period as (
    select contact_month.*, period_kind, period
    from contact_month
    cross join lateral (values
        ('month', contact_month.month), ('quarter', contact_month.quarter), ('year', nullif(contact_month.year, 'unknown')),
        ('span', contact_month.span), ('all', 'all')) as period_of (period_kind, period)
    where period is not null
)
select period_kind, period, coalesce(region, 'total') as region, coalesce(topic, 'total') as topic,
       sum(contacts)::bigint as contacts, sum(suspected)::bigint as suspected, sum(referred)::bigint as referred
from contact_in_period
group by period_kind, period, grouping sets ((), (region), (topic))

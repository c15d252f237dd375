-- Hotline contacts: all, with suspected trafficking, and of these the referred; and the batches that they come from.
-- grain: period x cut. reads: mart.contact_count and its dimensions. writes: nothing.
with contact as (
    select date.year, date.quarter, date.month, span.period as span, region.admin1_soate as region, fact.topic,
           fact.suspected, fact.suspected and fact.referred as referred, fact.contacts, fact.batch_key
    from mart.contact_count as fact
    join mart.dim_date as date on date.date_key = fact.month_key
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    join mart.dim_region as region on region.region_key = fact.caller_region_key
    where fact.contacts > 0
),
contact_in_period as (
    select contact.*, period_kind, period
    from contact
    cross join lateral (values
        ('month', contact.month), ('quarter', contact.quarter), ('year', nullif(contact.year, 'unknown')),
        ('span', contact.span), ('all', 'all')) as period_of (period_kind, period)
    where period is not null
)
select period_kind, period, coalesce(region, 'total') as region, coalesce(topic, 'total') as topic,
       sum(contacts)::bigint as contacts, array_agg(distinct batch_key) as batches,
       coalesce(sum(contacts) filter (where suspected), 0)::bigint as suspected, array_agg(distinct batch_key) filter (where suspected) as suspected_batches,
       coalesce(sum(contacts) filter (where referred), 0)::bigint as referred, array_agg(distinct batch_key) filter (where referred) as referred_batches
from contact_in_period
group by period_kind, period, grouping sets ((), (region), (topic))

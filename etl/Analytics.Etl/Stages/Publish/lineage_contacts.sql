-- Batches behind contacts, contacts_suspected and contacts_referred.
-- grain: measure x period x cut. reads: mart.contact_count and its dimensions. writes: pg_temp.built_lineage.
with contact as (
    select distinct date.year, date.quarter, date.month, span.period as span, region.admin1_soate as region, fact.topic,
           fact.suspected, fact.suspected and fact.referred as referred, fact.batch_key
    from mart.contact_count as fact
    join mart.dim_date as date on date.date_key = fact.month_key
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    join mart.dim_region as region on region.region_key = fact.caller_region_key
    where fact.contacts > 0
)
insert into pg_temp.built_lineage (measure, period, region, topic, batches)
select measure, period_of.period, coalesce(region, 'total'), coalesce(topic, 'total'), array_agg(distinct batch_key)
from contact
cross join lateral (values
    (contact.month), (contact.quarter), (nullif(contact.year, 'unknown')), (contact.span), ('all')) as period_of (period)
cross join lateral (values ('contacts', true), ('contacts_suspected', suspected), ('contacts_referred', referred)) as counted (measure, counts)
where period_of.period is not null and counts
group by measure, period_of.period, grouping sets ((), (region), (topic));

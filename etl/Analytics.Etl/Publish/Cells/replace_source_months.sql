-- The months that each source has rows of, and the batches they came in.
-- grain: a source and month. reads: mart facts and their dimensions. writes: ops.source_month.
delete from ops.source_month;
with dated as (
    select distinct source_key, month_key as date_key, batch_key from mart.contact_count where contacts > 0
    union
    select source_key, intake_date_key, batch_key from mart.fct_assistance where known_until = 'infinity'
    union
    select source_key, month_date_key, batch_key from mart.fct_assistance_month where known_until = 'infinity'
    union
    select source_key, registered_date_key, batch_key from mart.fct_crime where known_until = 'infinity'
    union
    select source_key, event_date_key, batch_key from mart.fct_crime_event where known_until = 'infinity'
    union
    select source_key, entry_date_key, batch_key from mart.fct_agency where known_until = 'infinity'
),
dated_month as (
    select source.source_id, date_trunc('month', date.ends_on)::date as month, array_agg(distinct dated.batch_key) as batches
    from dated
    join mart.dim_date as date using (date_key)
    join mart.dim_source as source using (source_key)
    where date.date_key > 0 and source.source_key > 0
    group by source.source_id, date_trunc('month', date.ends_on)
),
reach as (
    select source_id, min(month) as first, max(month) as last from dated_month group by source_id
)
insert into ops.source_month (source_id, month, batches)
select reach.source_id, each.month::date, coalesce(dated_month.batches, '{}')
from reach
cross join lateral generate_series(reach.first::timestamp, reach.last::timestamp, interval '1 month') as each (month)
left join dated_month on dated_month.source_id = reach.source_id and dated_month.month = each.month;

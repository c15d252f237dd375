-- Reports owed and reports received, by feed and organisation and over all of them. A report not due yet counts nowhere.
-- grain: period x feed (or total) x organisation (or total). reads: mart.fct_report_expected, mart.dim_date. writes: nothing.
with owed as (
    select fact.feed, fact.organisation, fact.received, fact.expected, date.starts_on as month, date.month as month_id, date.quarter, date.year
    from mart.fct_report_expected as fact
    join mart.dim_date as date on date.date_key = fact.month_date_key
)
select period_kind, period, coalesce(feed, 'total') as source, coalesce(organisation, 'total') as organisation,
       min(month) as first_month, count(*) filter (where expected) as expected, count(*) filter (where received) as received,
       count(*) filter (where not expected) as not_due, count(distinct month) as months
from owed
cross join lateral (values ('month', month_id), ('quarter', quarter), ('year', year)) as period_of (period_kind, period)
group by period_kind, period, grouping sets ((), (feed), (organisation), (feed, organisation))

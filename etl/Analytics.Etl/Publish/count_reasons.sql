-- Persons who gave a reason for not going to the police, several possible; and statements, which unlike persons add up over years; and their batches.
-- grain: period x reason x organisation ('total' over all). reads: mart.fct_assistance. writes: nothing.
with stated_reason as (
    select fact.person_key, fact.batch_key, code.code as reason, organisation.body as organisation, date.year, span.period as span
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    join mart.bridge_assistance_code as bridge on bridge.assistance_key = fact.assistance_key
    join mart.dim_code as code on code.code_key = bridge.code_key and code.list = 'reason_not_applied'
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
),
stated_in_period as (
    select stated_reason.*, period_kind, period
    from stated_reason
    cross join lateral (values ('year', nullif(stated_reason.year, 'unknown')), ('span', stated_reason.span), ('all', 'all')
    ) as period_of (period_kind, period)
    where period is not null
)
select period_kind, period, coalesce(reason, 'total') as reason, coalesce(organisation, 'total') as organisation,
       count(distinct person_key) as persons, count(*) as statements, array_agg(distinct batch_key) as batches
from stated_in_period
group by period_kind, period, grouping sets ((), (organisation), (reason), (reason, organisation))

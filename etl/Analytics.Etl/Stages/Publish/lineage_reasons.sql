-- Batches behind reasons_not_applied.
-- grain: period x reason, and over all reasons. reads: mart.fct_assistance and its dimensions. writes: pg_temp.built_lineage.
with stated_reason as (
    select distinct date.year, span.period as span, code.code as reason, fact.batch_key
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    join mart.bridge_assistance_code as bridge on bridge.assistance_key = fact.assistance_key
    join mart.dim_code as code on code.code_key = bridge.code_key and code.list = 'reason_not_applied'
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
)
insert into pg_temp.built_lineage (measure, period, reason, batches)
select 'reasons_not_applied', period_of.period, coalesce(reason, 'total'), array_agg(distinct batch_key)
from stated_reason
cross join lateral (values (nullif(stated_reason.year, 'unknown')), (stated_reason.span), ('all')) as period_of (period)
where period_of.period is not null
group by period_of.period, grouping sets ((), (reason));

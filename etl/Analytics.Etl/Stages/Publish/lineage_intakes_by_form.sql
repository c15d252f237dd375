-- Batches behind persons_assisted and intakes by form of exploitation.
-- grain: measure x period x form. reads: mart.fct_assistance and its dimensions. writes: pg_temp.built_lineage.
with intake as (
    select distinct date.year, date.quarter, span.period as span, coalesce(form.form, 'unknown') as form, fact.batch_key
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    left join mart.bridge_assistance_form as bridge on bridge.assistance_key = fact.assistance_key
    left join mart.dim_form as form on form.form_key = bridge.form_key
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
)
insert into pg_temp.built_lineage (measure, period, form, batches)
select measure, period_of.period, form, array_agg(distinct batch_key)
from intake
cross join lateral (values (intake.quarter), (nullif(intake.year, 'unknown')), (intake.span), ('all')) as period_of (period)
cross join (values ('persons_assisted'), ('intakes')) as counted (measure)
where period_of.period is not null
group by measure, period_of.period, form;

-- Persons and intakes by form of exploitation, and the batches that they come from; a person with two forms is in both, so forms do not add up.
-- grain: period x form x (region or total) x organisation ('total' over all). reads: mart.fct_assistance. writes: nothing.
with intake as (
    select fact.person_key, fact.batch_key, coalesce(form.form, 'unknown') as form, organisation.body as organisation, origin.admin1_soate as region,
           date.year, date.quarter, span.period as span
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    join mart.dim_region as origin on origin.region_key = fact.region_origin_key
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    left join mart.bridge_assistance_form as bridge on bridge.assistance_key = fact.assistance_key
    left join mart.dim_form as form on form.form_key = bridge.form_key
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
),
intake_in_period as (
    select intake.*, period_kind, period
    from intake
    cross join lateral (values
        ('quarter', intake.quarter), ('year', nullif(intake.year, 'unknown')), ('span', intake.span), ('all', 'all')
    ) as period_of (period_kind, period)
    where period is not null
)
select period_kind, period, coalesce(region, 'total') as region, form, coalesce(organisation, 'total') as organisation,
       count(distinct person_key) as persons, count(*) as intakes, array_agg(distinct batch_key) as batches
from intake_in_period
group by period_kind, period, form, grouping sets ((), (organisation), (region), (region, organisation))

-- Batches behind persons_assisted, intakes and services_delivered, by every cut that has no form.
-- grain: measure x period x cut. reads: mart.fct_assistance and its dimensions. writes: pg_temp.built_lineage.
with intake as (
    select distinct date.year, date.quarter, date.month, span.period as span, origin.region, origin.district, service.region as region_service, who.sex, who.age_band,
           country.iso3 as destination, programme.programme, fact.batch_key,
           exists (
               select from mart.bridge_assistance_code as bridge
               join mart.dim_code as code on code.code_key = bridge.code_key and code.list = 'service'
               where bridge.assistance_key = fact.assistance_key) as served
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    join mart.region_branch as origin on origin.region_key = fact.region_origin_key
    join mart.region_branch as service on service.region_key = fact.region_service_key
    join mart.dim_demographic as who on who.demographic_key = fact.demographic_key
    join mart.dim_country as country on country.country_key = fact.destination_country_key
    join mart.dim_programme as programme on programme.programme_key = fact.programme_key
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
)
insert into pg_temp.built_lineage (measure, period, region, district, sex, age_band, destination, programme, region_service, batches)
select measure, period_of.period,
       coalesce(region, 'total'), coalesce(district, 'total'), coalesce(sex, 'total'), coalesce(age_band, 'total'), coalesce(destination, 'total'),
       coalesce(programme, 'total'), coalesce(region_service, 'total'),
       array_agg(distinct batch_key)
from intake
cross join lateral (values
    (intake.month), (intake.quarter), (nullif(intake.year, 'unknown')), (intake.span), ('all')) as period_of (period)
cross join lateral (values ('persons_assisted', true), ('intakes', true), ('services_delivered', served)) as counted (measure, counts)
where period_of.period is not null and counts
group by measure, period_of.period, grouping sets ((), (region), (sex), (age_band), (destination), (programme), (region, sex), (region, district), (region_service))
having grouping(district) = 1 or district is not null;

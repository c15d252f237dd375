-- Counts behind persons_assisted, intakes and services_delivered, and the batches that they come from.
-- grain: period x cut x organisation ('total' over all). region: a region, or one of its districts as region/district.
-- reads: mart.fct_assistance, mart.region_branch and dimensions. writes: nothing.
-- At NGOs: bodies that reference/72_organisation.csv names as international or government are left out.
-- Forms are counted apart (count_intakes_by_form), since a person may have several.
with intake as (
    select fact.assistance_key, fact.person_key, fact.batch_key, organisation.body as organisation, programme.programme,
           date.year, date.quarter, date.month, span.period as span,
           origin.region, origin.region || '/' || origin.district as district, service.region as region_service, who.sex, who.age_band,
           who.citizenship, fact.identified_by, country.iso3 as destination
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
),
intake_services as (
    select bridge.assistance_key, count(*) as services
    from mart.bridge_assistance_code as bridge
    join mart.dim_code as code on code.code_key = bridge.code_key and code.list = 'service'
    group by bridge.assistance_key
),
intake_in_period as (
    select intake.*, period_kind, period, coalesce(intake_services.services, 0) as services
    from intake
    left join intake_services using (assistance_key)
    cross join lateral (values
        ('month', intake.month), ('quarter', intake.quarter), ('year', nullif(intake.year, 'unknown')),
        ('span', intake.span), ('all', 'all')) as period_of (period_kind, period)
    where period is not null
)
select period_kind, period,
       coalesce(district, region, 'total') as region, coalesce(sex, 'total') as sex, coalesce(age_band, 'total') as age_band,
       coalesce(citizenship, 'total') as citizenship, coalesce(identified_by, 'total') as identified_by,
       coalesce(destination, 'total') as destination, coalesce(organisation, 'total') as organisation,
       coalesce(programme, 'total') as programme, coalesce(region_service, 'total') as region_service,
       count(distinct person_key) as persons, count(*) as intakes, sum(services)::bigint as services,
       array_agg(distinct batch_key) as batches, array_agg(distinct batch_key) filter (where services > 0) as service_batches
from intake_in_period
group by period_kind, period, grouping sets ((), (organisation)), grouping sets (
    (), (region), (district), (region, sex), (region_service), (sex), (age_band), (citizenship), (identified_by), (destination), (programme))
having grouping(district) = 1 or district is not null

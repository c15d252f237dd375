-- Linked persons by how far the same persons came: assisted by an NGO or not, and the furthest step.
-- grain: period x (region or total) x assisted x furthest step x body of the first record. A person counts in the year and region of its
-- first NGO intake, or of its first record where no NGO met it, so that years add up.
-- reads: mart.bridge_person, mart.fct_assistance, mart.fct_crime, mart.dim_date, mart.dim_region. writes: nothing.
with record as (
    select bridge.person_key, bridge.list, coalesce(organisation.body, '') as organisation, bridge.reference, bridge.date_key, date.year, span.period as span,
           region.admin1_soate as region,
           coalesce(assistance.applied_to_police, false) as applied,
           crime.register_no is not null as registered,
           coalesce(crime.investigation_opened_date_key, 0) > 0 as investigated,
           coalesce(crime.sent_to_court_date_key, 0) > 0 as in_court,
           coalesce(crime.convicted_date_key, 0) > 0 as convicted
    from mart.bridge_person as bridge
    join mart.dim_date as date using (date_key)
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    join mart.dim_region as region using (region_key)
    left join mart.fct_assistance as assistance
        on bridge.list in ('ngo', 'international', 'government') and assistance.organisation = bridge.organisation
        and assistance.case_ref = bridge.reference and assistance.known_until = 'infinity'
    left join mart.dim_organisation as organisation on organisation.organisation_key = assistance.organisation_key
    left join mart.fct_crime as crime
        on bridge.list = 'register' and crime.register_no = bridge.reference and crime.known_until = 'infinity'
),
first_record as (
    select distinct on (person_key) person_key, year, span, region, list || ' ' || organisation as body
    from record
    order by person_key, (list <> 'ngo'), date_key, list, organisation, reference
),
progress as (
    select person_key, case when bool_or(list = 'ngo') then 'yes' else 'no' end as assisted,
           case when bool_or(convicted) then 'convicted'
                when bool_or(in_court) then 'stop_in_court'
                when bool_or(investigated) then 'stop_investigated'
                when bool_or(registered) then 'stop_registered'
                when bool_or(applied) then 'stop_applied'
                else 'stop_none' end as furthest
    from record
    group by person_key
),
person_in_period as (
    select first_record.*, progress.assisted, progress.furthest, period_kind, period
    from first_record
    join progress using (person_key)
    cross join lateral (values ('year', nullif(first_record.year, 'unknown')), ('span', first_record.span), ('all', 'all')) as period_of (period_kind, period)
    where period is not null
)
select period as "Period", coalesce(region, 'total') as "Region", assisted as "Assisted", furthest as "Furthest", body as "Body", count(*) as "Persons"
from person_in_period
group by period_kind, period, assisted, furthest, body, grouping sets ((), (region))
having period_kind <> 'year' or grouping(region) = 1

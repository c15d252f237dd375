-- fact: the versions of cases that a batch made become facts of assistance.
-- grain: a version of a case. reads: core.ngo_case, core.person, dimensions.
-- writes: core.person, mart.dim_organisation, mart.dim_programme, mart.fct_assistance, mart.bridge_assistance_*.
insert into mart.dim_organisation (organisation, body)
select distinct organisation, organisation from core.ngo_case as version
where batch_id = @batch_id and not exists (select from mart.dim_organisation as known where known.organisation = version.organisation);
insert into mart.dim_programme (programme, name_en, name_ru, name_ky)
select distinct programme, programme, programme, programme from core.ngo_case where batch_id = @batch_id and programme is not null
on conflict do nothing;

-- A new case is a person of its own until linkage finds more of that person; a case stays its person through its versions.
create temporary table case_person on commit drop as
select version.version_id,
       coalesce(before.person_key, nextval(pg_get_serial_sequence('core.person', 'person_key'))) as person_key,
       before.person_key is null as is_new
from core.ngo_case as version
left join lateral (
    select fact.person_key
    from mart.fct_assistance as fact
    join core.person as person on person.person_key = fact.person_key
    where @changed and fact.organisation = version.organisation and fact.case_ref = version.case_ref
    order by fact.known_since desc
    limit 1
) as before on true
where version.batch_id = @batch_id and version.known_until = 'infinity' and not version.withdrawn;

-- Few or many: without this the planner cannot know.
analyze case_person;
insert into core.person (person_key, first_batch_id)
overriding system value
select person_key, @batch_id from case_person where is_new;

update mart.fct_assistance as fact
set known_until = @known_since
from core.ngo_case as version
where @changed
  and version.batch_id = @batch_id and version.known_until = 'infinity'
  and fact.organisation = version.organisation and fact.case_ref = version.case_ref
  and fact.known_until = 'infinity' and fact.known_since < @known_since;

insert into mart.fct_assistance (
    organisation, case_ref, known_since, person_key, organisation_key, intake_date_key, exploitation_start_key,
    exploitation_end_key, region_origin_key, region_service_key, destination_country_key, demographic_key, programme_key,
    source_key, batch_key, identified_by, recruitment_channel, victim_status, applied_to_police, sector)
select version.organisation, version.case_ref, version.known_since, case_person.person_key,
       coalesce(organisation.organisation_key, 0), version.intake_date,
       coalesce(version.exploitation_start, 0), coalesce(version.exploitation_end, 0),
       coalesce(origin.region_key, 0), coalesce(service.region_key, 0), coalesce(country.country_key, 0),
       demographic.demographic_key, coalesce(programme.programme_key, 0), @source_key, version.batch_id,
       coalesce(version.identified_by, 'unknown'), coalesce(version.recruitment_channel, 'unknown'),
       coalesce(version.victim_status, 'unknown'),
       case version.applied_to_police when 'yes' then true when 'no' then false end,
       coalesce(version.sector, 'unknown')
from core.ngo_case as version
join case_person on case_person.version_id = version.version_id
join mart.dim_date as date on date.date_key = version.intake_date
-- Without an age, the year of birth tells it to within a year.
cross join lateral (
    select coalesce(version.age_from, date.year::integer - version.birth_year - 1) as age_from,
           case when version.age_from is null then date.year::integer - version.birth_year else version.age_to end as age_to
) as aged
left join mart.dim_country as nation on nation.iso3 = version.citizenship
join mart.dim_demographic as demographic
    on demographic.sex = coalesce(version.sex, 'unknown')
    and demographic.age_band = mart.age_band(aged.age_from, aged.age_to)
    and demographic.citizenship = coalesce(nation.citizenship, 'unknown')
left join mart.organisation_at as organisation
    on organisation.organisation = version.organisation and organisation.valid_from <= date.starts_on and date.starts_on < organisation.valid_to
left join mart.region_at as origin
    on origin.soate = version.region_origin and origin.valid_from <= date.starts_on and date.starts_on < origin.valid_to
left join mart.region_at as service
    on service.soate = version.region_service and service.valid_from <= date.starts_on and date.starts_on < service.valid_to
left join mart.dim_country as country on country.iso3 = version.destination_country
left join mart.dim_programme as programme on programme.programme = version.programme
where version.batch_id = @batch_id;

insert into mart.bridge_assistance_form (assistance_key, form_key)
select fact.assistance_key, form.form_key
from core.ngo_case as version
join mart.fct_assistance as fact using (organisation, case_ref, known_since)
join mart.dim_form as form on form.form = any (version.forms)
where version.batch_id = @batch_id and version.known_until = 'infinity' and not version.withdrawn;

insert into mart.bridge_assistance_code (assistance_key, code_key)
select fact.assistance_key, code.code_key
from core.ngo_case as version
join mart.fct_assistance as fact using (organisation, case_ref, known_since)
cross join lateral (values
    ('service', version.services), ('means_of_control', version.means_of_control), ('means', version.means),
    ('act', version.acts), ('reason_not_applied', version.reasons_not_applied)) as multi (list, codes)
join mart.dim_code as code on code.list = multi.list and code.code = any (multi.codes)
where version.batch_id = @batch_id and version.known_until = 'infinity' and not version.withdrawn;
drop table case_person;

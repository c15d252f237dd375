-- fact: the versions of contacts that a batch made become facts; of the lines up to @copied_to they are there already.
-- grain: a version of a contact. reads: core.hotline, dimensions. writes: mart.dim_organisation, mart.fct_contact,
-- mart.contact_count.
insert into mart.dim_organisation (organisation, body)
select distinct referred_to, referred_to from core.hotline as version
where batch_id = @batch_id and line > @copied_to and referred_to is not null and not exists (select from mart.dim_organisation as known where known.organisation = version.referred_to);

with closed as (
    update mart.fct_contact as fact
    set known_until = @known_since
    from core.hotline as version
    join core.hotline as before on before.contact_id = version.contact_id and before.known_until = @known_since
    where @changed
      and version.batch_id = @batch_id and version.known_until = 'infinity'
      -- The date leads to the one partition that can hold it.
      and fact.batch_key = before.batch_id and fact.line = before.line and fact.contact_date_key = before.started_on
      and fact.known_until = 'infinity' and fact.known_since < @known_since
    returning fact.batch_key, fact.contact_date_key, fact.caller_region_key, fact.source_key, fact.topic, coalesce(fact.suspected, false) as suspected,
        fact.referred_to_key <> 0 as referred
)
insert into mart.contact_count as counted (batch_key, month_key, caller_region_key, source_key, topic, suspected, referred, contacts)
select batch_key, contact_date_key / 100 * 100, caller_region_key, source_key, topic, suspected, referred, -count(*)
from closed
group by 1, 2, 3, 4, 5, 6, 7
on conflict (batch_key, month_key, caller_region_key, source_key, topic, suspected, referred) do update set contacts = counted.contacts + excluded.contacts;

insert into mart.fct_contact (
    contact_id, known_since, contact_date_key, caller_region_key, destination_country_key, demographic_key, referred_to_key,
    source_key, batch_key, line, channel, topic, caller_role, language, suspected, victim_identified, forms, duration_s)
select version.contact_id, version.known_since, version.started_on,
       coalesce(region.region_key, 0), coalesce(country.country_key, 0), demographic.demographic_key,
       coalesce(organisation.organisation_key, 0), @source_key, version.batch_id, version.line,
       coalesce(version.channel, 'unknown'), coalesce(version.topic, 'unknown'), coalesce(version.caller_role, 'unknown'),
       coalesce(version.language, 'unknown'),
       case version.suspected_trafficking when 'yes' then true when 'no' then false end,
       case version.victim_identified when 'yes' then true when 'no' then false end,
       coalesce(version.forms, '{}'), version.duration_s
from core.hotline as version
left join mart.dim_date as date on date.date_key = version.started_on
left join mart.dim_country as nation on nation.iso3 = version.citizenship
left join mart.dim_demographic as demographic
    on demographic.sex = coalesce(version.sex, 'unknown')
    and demographic.age_band = mart.age_band(version.age_from, version.age_to)
    and demographic.citizenship = coalesce(nation.citizenship, 'unknown')
left join mart.region_at as region
    on region.soate = version.caller_region and region.valid_from <= date.starts_on and date.starts_on < region.valid_to
left join mart.dim_country as country on country.iso3 = version.destination_country
left join mart.organisation_at as organisation
    on organisation.organisation = version.referred_to and organisation.valid_from <= date.starts_on and date.starts_on < organisation.valid_to
where version.batch_id = @batch_id and version.line > @copied_to and version.known_until = 'infinity' and not version.withdrawn;

insert into mart.contact_count (batch_key, month_key, caller_region_key, source_key, topic, suspected, referred, contacts)
select batch_key, contact_date_key / 100 * 100, caller_region_key, source_key, topic, coalesce(suspected, false), referred_to_key <> 0, count(*)
from mart.fct_contact
where batch_key = @batch_id and known_until = 'infinity'
group by 1, 2, 3, 4, 5, 6, 7;

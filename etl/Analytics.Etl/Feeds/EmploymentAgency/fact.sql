-- fact: the versions of register entries that a batch made become facts.
-- grain: a version of an agency's entry. reads: core.employment_agency, dimensions. writes: mart.fct_agency.
update mart.fct_agency as fact
set known_until = @known_since
from core.employment_agency as version
where @changed
  and version.batch_id = @batch_id and version.known_until = 'infinity'
  and fact.agency_no = version.agency_no and fact.known_until = 'infinity' and fact.known_since < @known_since;

-- A region is the one that it was on the day of the entry.
insert into mart.fct_agency (
    agency_no, known_since, entry_date_key, licensed_from_date_key, licensed_to_date_key, region_key, country_key, source_key, batch_key,
    kind, complaints, violations, sanction)
select version.agency_no, version.known_since, entry.date_key, coalesce(version.licensed_from, 0), coalesce(version.licensed_to, 0),
       coalesce(region.region_key, 0), coalesce(country.country_key, 0), @source_key, version.batch_id,
       version.kind, version.complaints, version.violations, coalesce(version.sanction, 'unknown')
from core.employment_agency as version
join mart.dim_date as entry on entry.date_key = to_char(version.updated_at at time zone 'Asia/Bishkek', 'YYYYMMDD')::integer
left join mart.region_at as region
    on region.soate = version.region and region.valid_from <= entry.starts_on and entry.starts_on < region.valid_to
left join mart.dim_country as country on country.iso3 = version.country
where version.batch_id = @batch_id and version.known_until = 'infinity' and not version.withdrawn;

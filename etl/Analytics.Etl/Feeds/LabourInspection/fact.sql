-- fact: the versions of inspections that a batch made become facts.
-- grain: a version of an inspection. reads: core.labour_inspection, dimensions. writes: mart.fct_inspection.
update mart.fct_inspection as fact
set known_until = @known_since
from core.labour_inspection as version
where @changed
  and version.batch_id = @batch_id and version.known_until = 'infinity'
  and fact.inspection_no = version.inspection_no and fact.known_until = 'infinity' and fact.known_since < @known_since;

insert into mart.fct_inspection (
    inspection_no, known_since, inspected_date_key, region_key, source_key, batch_key, sector, announced, indicators_found, persons_referred)
select version.inspection_no, version.known_since, version.inspected_on, coalesce(region.region_key, 0), @source_key, version.batch_id,
       coalesce(version.sector, 'unknown'), version.announced, version.indicators_found, version.persons_referred
from core.labour_inspection as version
join mart.dim_date as date on date.date_key = version.inspected_on
left join mart.region_at as region
    on region.soate = version.region and region.valid_from <= date.starts_on and date.starts_on < region.valid_to
where version.batch_id = @batch_id and version.known_until = 'infinity' and not version.withdrawn;

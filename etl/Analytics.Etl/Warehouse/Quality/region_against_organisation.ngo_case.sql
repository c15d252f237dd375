-- region_against_organisation: served in another region than the organisation declared. Regions by the first five digits of SOATE.
-- grain: one row of counts and line numbers. reads: core.ngo_case, ops.report_duty. writes: nothing.
with declared as (
    select organisation, min(region) as region
    from ops.report_duty
    where region is not null
    group by organisation
    having min(region) = max(region)
),
served as (
    select version.line, left(version.region_service, 5) <> left(declared.region, 5) as elsewhere
    from core.ngo_case as version
    join declared using (organisation)
    where version.batch_id = @batch_id and version.known_until = 'infinity' and not version.withdrawn and version.region_service <> ''
)
select count(*) as checked,
       count(*) filter (where elsewhere) as found,
       coalesce((array_agg(line order by line) filter (where elsewhere))[1:100], '{}') as lines
from served;

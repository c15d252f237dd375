-- mart.region_branch: where the state of a unit stands in the tree that cells are published by: country, region, district. A region that has
-- districts is, as the place of a fact, the district that was not stated; a unit below a district counts in it.
-- grain: a state of a unit. reads: mart.dim_region. writes: nothing.
create or replace view mart.region_branch as
select region_key, admin1_soate as region,
       case level
           when 1 then case when exists (select from mart.dim_region as district where district.level = 2 and district.admin1_soate = unit.soate) then 'unknown' end
           when 2 then soate
           when 3 then parent_soate
       end as district
from mart.dim_region as unit;
comment on view mart.region_branch is 'grain: a state of a territorial unit. region: SOATE of the first-level unit, unknown above it; district: SOATE of the second-level unit, unknown where the region alone is stated, null where the region has no districts.';
grant select on mart.region_branch to analytics_etl;

-- Every region has its parent one level up, and the country has its nine regions.
-- grain: a region out of place. reads: mart.dim_region. writes: nothing.
select child.soate, child.level, child.parent_soate
from mart.dim_region as child
left join mart.dim_region as parent on parent.soate = child.parent_soate and parent.valid_to = 'infinity' and parent.level = child.level - 1
where child.level > 0 and child.valid_to = 'infinity' and parent.region_key is null
union all
select 'level 1', 1, count(*)::text
from mart.dim_region
where level = 1 and valid_to = 'infinity'
having count(*) <> 9

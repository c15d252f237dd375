-- The hierarchy is whole on every day: each unit in each of its states stands under states of its parent, one level up, that leave no day
-- of it out; its first level is its parent or itself; and what it came out of was there until that day.
-- grain: a state of a unit out of place. reads: mart.dim_region, mart.bridge_region_succession, mart.region_at. writes: nothing.
select child.soate, child.valid_from, child.parent_soate as other, 'a day without its parent' as fault
from mart.dim_region as child
where child.level > 0
  and not coalesce((
      select range_agg(daterange(parent.valid_from, parent.valid_to)) @> daterange(child.valid_from, child.valid_to)
      from mart.dim_region as parent
      where parent.soate = child.parent_soate and parent.level = child.level - 1), false)
union all
select child.soate, child.valid_from, child.admin1_soate, 'another first level than its parent''s'
from mart.dim_region as child
where child.level > 0 and child.admin1_soate <> case when child.level = 1 then child.soate else child.parent_soate end
union all
select one.soate, one.valid_from, one.soate, 'two states at once'
from mart.dim_region as one
join mart.dim_region as other on other.soate = one.soate and other.region_key <> one.region_key
    and daterange(one.valid_from, one.valid_to) && daterange(other.valid_from, other.valid_to)
union all
select bridge.successor, bridge.on_day, bridge.predecessor, 'came out of what was not there'
from mart.bridge_region_succession as bridge
where not exists (select from mart.dim_region as before where before.soate = bridge.predecessor and before.valid_to = bridge.on_day)
union all
select coalesce(told.soate, meant.soate), coalesce(told.valid_from, meant.valid_from), null, 'a code that loads understand otherwise'
from mart.region_at as told
full join mart.region_meaning as meant using (soate, valid_from, valid_to, region_key)
where told.soate is null or meant.soate is null
union all
select 'level 0', null, null, 'no country'
where not exists (select from mart.dim_region where level = 0)

-- mart.region_meaning: which state of which unit a region code means, by the day. Sources keep an old code after a unit was renamed or recoded,
-- and give a new one to what happened before; both are understood while only one unit can be meant. After a split the old code alone
-- does not tell which part is meant, and before a merger the new one does not: then the region is unknown.
-- grain: a code and a stretch of time; a day that no stretch holds is unknown. reads: mart.dim_region, mart.bridge_region_succession. writes: nothing.
create or replace view mart.region_meaning as
with recursive unit as (
    select soate, min(valid_from) as starts_on, max(valid_to) as ends_on from mart.dim_region where level >= 0 group by soate
),
only_successor as (
    select unit.soate, min(bridge.successor) as successor, unit.ends_on as on_day
    from unit
    join mart.bridge_region_succession as bridge on bridge.predecessor = unit.soate and bridge.on_day = unit.ends_on
    group by unit.soate, unit.ends_on
    having count(*) = 1
),
only_predecessor as (
    select unit.soate, min(bridge.predecessor) as predecessor, unit.starts_on as on_day
    from unit
    join mart.bridge_region_succession as bridge on bridge.successor = unit.soate and bridge.on_day = unit.starts_on
    group by unit.soate, unit.starts_on
    having count(*) = 1
),
meant (soate, unit, valid_from, valid_to, direction) as (
    select soate, soate, starts_on, ends_on, 0 from unit
    union all
    select meant.soate, next.soate, next.valid_from, next.valid_to, next.direction
    from meant
    cross join lateral (
        select unit.soate, only_successor.on_day as valid_from, unit.ends_on as valid_to, 1 as direction
        from only_successor
        join unit on unit.soate = only_successor.successor
        where only_successor.soate = meant.unit and meant.direction >= 0 and unit.ends_on > only_successor.on_day
        union all
        select unit.soate, unit.starts_on, only_predecessor.on_day, -1
        from only_predecessor
        join unit on unit.soate = only_predecessor.predecessor
        where only_predecessor.soate = meant.unit and meant.direction <= 0 and unit.starts_on < only_predecessor.on_day
    ) as next
)
select meant.soate, state.region_key, greatest(state.valid_from, meant.valid_from) as valid_from, least(state.valid_to, meant.valid_to) as valid_to
from meant
join mart.dim_region as state on state.soate = meant.unit and state.valid_from < meant.valid_to and meant.valid_from < state.valid_to;
comment on view mart.region_meaning is 'grain: a region code and a stretch of time: the state of the unit that the code means then. Loads read mart.region_at, which holds the same.';
grant select on mart.region_meaning to analytics_etl;

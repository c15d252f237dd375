-- A case is one person's, and every person of the bridge exists.
-- grain: a bridge row at fault. reads: mart.bridge_person, core.person. writes: nothing.
select list, organisation, reference, count(distinct person_key) as persons
from mart.bridge_person
group by list, organisation, reference
having list in ('hotline', 'ngo', 'international', 'government') and count(distinct person_key) > 1
union all
select list, organisation, reference, 0
from mart.bridge_person as bridge
where not exists (select from core.person as person where person.person_key = bridge.person_key)
limit 100

-- Every current, not withdrawn crime of core is one current fact, and nothing else is.
-- grain: a crime that is in only one of the two, or twice. reads: core.register_crime, mart.fct_crime. writes: nothing.
select coalesce(core.register_no, fact.register_no) as register_no, count(*) as rows
from (select register_no from core.register_crime where known_until = 'infinity' and not withdrawn) as core
full join (select register_no from mart.fct_crime where known_until = 'infinity') as fact using (register_no)
group by core.register_no, fact.register_no
having count(*) > 1 or core.register_no is null or fact.register_no is null
limit 100

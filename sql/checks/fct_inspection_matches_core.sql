-- Every current, not withdrawn inspection of core is one current fact, and nothing else is.
-- grain: an inspection that is in only one of the two, or twice. reads: core.labour_inspection, mart.fct_inspection. writes: nothing.
select coalesce(core.inspection_no, fact.inspection_no) as inspection_no, count(*) as rows
from (select inspection_no from core.labour_inspection where known_until = 'infinity' and not withdrawn) as core
full join (select inspection_no from mart.fct_inspection where known_until = 'infinity') as fact using (inspection_no)
group by core.inspection_no, fact.inspection_no
having count(*) > 1 or core.inspection_no is null or fact.inspection_no is null
limit 100

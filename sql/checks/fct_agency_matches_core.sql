-- Every current, not withdrawn register entry of core is one current fact, and nothing else is.
-- grain: an agency that is in only one of the two, or twice. reads: core.employment_agency, mart.fct_agency. writes: nothing.
select coalesce(core.agency_no, fact.agency_no) as agency_no, count(*) as rows
from (select agency_no from core.employment_agency where known_until = 'infinity' and not withdrawn) as core
full join (select agency_no from mart.fct_agency where known_until = 'infinity') as fact using (agency_no)
group by core.agency_no, fact.agency_no
having count(*) > 1 or core.agency_no is null or fact.agency_no is null
limit 100

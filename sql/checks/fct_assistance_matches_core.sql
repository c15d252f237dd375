-- Every current, not withdrawn case of core is one current intake, and nothing else is.
-- grain: a case that is in only one of the two, or twice. reads: core.ngo_case, mart.fct_assistance. writes: nothing.
select coalesce(core.organisation, fact.organisation) as organisation, coalesce(core.case_ref, fact.case_ref) as case_ref, count(*) as rows
from (select organisation, case_ref from core.ngo_case where known_until = 'infinity' and not withdrawn) as core
full join (select organisation, case_ref from mart.fct_assistance where known_until = 'infinity') as fact using (organisation, case_ref)
group by core.organisation, core.case_ref, fact.organisation, fact.case_ref
having count(*) > 1 or core.case_ref is null or fact.case_ref is null
limit 100

-- Every current, not withdrawn step of core is one current fact, and nothing else is.
-- grain: a register number whose steps differ in number. reads: core.register_event, mart.fct_crime_event. writes: nothing.
select register_no, coalesce(core.steps, 0) as core_steps, coalesce(fact.steps, 0) as fact_steps
from (select register_no, count(*) as steps from core.register_event where known_until = 'infinity' and not withdrawn group by register_no) as core
full join (select register_no, count(*) as steps from mart.fct_crime_event where known_until = 'infinity' group by register_no) as fact
    using (register_no)
where core.steps is distinct from fact.steps
limit 100

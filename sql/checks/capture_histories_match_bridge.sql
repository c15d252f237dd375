-- The capture histories of all years count every linked person whose records have a date once.
-- grain: one row when they do not. reads: mart.fct_capture_history, mart.bridge_person. writes: nothing.
select counted.persons, linked.persons as linked
from (select coalesce(sum(persons), 0) as persons from mart.fct_capture_history where period = 'all' and stratum = 'total') as counted,
     (select count(distinct person_key) as persons from mart.bridge_person) as linked
where counted.persons > 0 and counted.persons <> linked.persons

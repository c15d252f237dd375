-- impossible_date: an inspection lies in the future or before 1990.
-- grain: one row of counts and line numbers. reads: core.labour_inspection. writes: nothing.
select count(*) filter (where true) as checked,
       count(*) filter (where inspected_on > @today or inspected_on < 19900000) as found,
       coalesce((array_agg(line order by line) filter (where inspected_on > @today or inspected_on < 19900000))[1:100], '{}') as lines
from core.labour_inspection
where batch_id = @batch_id and known_until = 'infinity' and not withdrawn;

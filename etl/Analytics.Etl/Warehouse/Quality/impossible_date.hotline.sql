-- impossible_date: a contact lies in the future or before 1990.
-- grain: one row of counts and line numbers. reads: core.hotline. writes: nothing.
select count(*) filter (where true) as checked,
       count(*) filter (where started_on > @today or started_on < 19900000) as found,
       coalesce((array_agg(line order by line) filter (where started_on > @today or started_on < 19900000))[1:100], '{}') as lines
from core.hotline
where batch_id = @batch_id and known_until = 'infinity' and not withdrawn;

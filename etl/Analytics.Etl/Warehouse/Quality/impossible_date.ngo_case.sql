-- impossible_date: a date of a case lies in the future or before 1990. Of a partial date only what is certain counts.
-- grain: one row of counts and line numbers. reads: core.ngo_case. writes: nothing.
select count(*) filter (where true) as checked,
       count(*) filter (where greatest(intake_date, exploitation_start, exploitation_end) > @today or least(intake_date, exploitation_start, exploitation_end) < 19900000) as found,
       coalesce((array_agg(line order by line) filter (where greatest(intake_date, exploitation_start, exploitation_end) > @today or least(intake_date, exploitation_start, exploitation_end) < 19900000))[1:100], '{}') as lines
from core.ngo_case
where batch_id = @batch_id and known_until = 'infinity' and not withdrawn;

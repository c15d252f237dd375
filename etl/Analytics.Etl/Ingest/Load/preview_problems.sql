-- preview_problems: rows of one key that contradict each other.
-- grain: a problem of a row. reads: pg_temp.preview_problem. writes: nothing.
select line, column_name, rule, expected_en, expected_ru, expected_ky
from pg_temp.preview_problem
order by line;

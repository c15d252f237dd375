-- save_problems: the problems of a batch's rejected rows.
-- grain: a problem of a row. reads: pg_temp.rejected_problem. writes: ops.rejected_row.
insert into ops.rejected_row (batch_id, line, column_name, rule, expected_en, expected_ru, expected_ky)
select batch_id, line, column_name, rule, expected_en, expected_ru, expected_ky
from pg_temp.rejected_problem
order by ctid;

-- rejected_problems: where the problems of rejected rows come before they are saved, because a table that is guarded by row takes no copy.
-- grain: a problem of a row. reads: nothing. writes: pg_temp.rejected_problem.
create temporary table rejected_problem (
    batch_id bigint, line bigint, column_name text, rule text, expected_en text, expected_ru text, expected_ky text
) on commit drop;

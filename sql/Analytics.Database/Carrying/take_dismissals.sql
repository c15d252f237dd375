-- Problems of rejected rows that somebody set aside, by the file that they came in. grain: a problem of a row of a file.
-- reads: ops.rejected_row, ops.batch. writes: nothing.
select to_jsonb(problem)::text
from (
    select distinct batch.source_id, batch.file_hash, problem.line, problem.column_name, problem.rule
    from ops.rejected_row as problem
    join ops.batch as batch using (batch_id)
    where problem.state = 'dismissed'
    order by batch.source_id, batch.file_hash, problem.line, problem.column_name, problem.rule
) as problem

-- Set aside again in files that are loaded. grain: a problem of a row of a file. reads: carried, ops.batch. writes: ops.rejected_row.
with given as (
    select problem.*
    from carried
    cross join jsonb_to_record(row) as problem (source_id text, file_hash text, line bigint, column_name text, rule text)
),
here as (
    select problem.rejected_row_id, problem.state, given.source_id, given.file_hash, given.line, given.column_name, given.rule
    from given
    join ops.batch as batch using (source_id, file_hash)
    join ops.rejected_row as problem
        on problem.batch_id = batch.batch_id and problem.line = given.line and problem.rule = given.rule
        and problem.column_name is not distinct from given.column_name
),
put as (
    update ops.rejected_row as problem set state = 'dismissed'
    from here
    where here.rejected_row_id = problem.rejected_row_id and here.state = 'open'
    returning 1
)
select (select count(*) from put), (select count(*) from here where state <> 'open'),
       (select count(*) from given) - (select count(distinct (source_id, file_hash, line, column_name, rule)) from here), '{}'::text[]

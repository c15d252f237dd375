-- rejected_file: open problems of the rows that a filter means, with the rows' fields.
-- grain: a problem of a row. reads: ops.rejected_row, ops.batch, raw.rejected_row. writes: nothing.
with meant as (
    select distinct batch_id, line
    from ops.find_rejected(@feed::text, @source::text, @batch::bigint, @rule::text, @column::text, 'open', @since::date)
)
select
    problem.batch_id as "BatchId",
    problem.line as "Line",
    batch.source_id as "SourceId",
    problem.column_name as "Column",
    problem.rule as "Rule",
    problem.expected_en as "ExpectedEn",
    problem.expected_ru as "ExpectedRu",
    problem.expected_ky as "ExpectedKy",
    stored.fields::text as "Fields"
from meant
join ops.rejected_row as problem using (batch_id, line)
join ops.batch as batch using (batch_id)
left join raw.rejected_row as stored using (batch_id, line)
where problem.state = 'open'
order by problem.batch_id, problem.line, problem.rejected_row_id;

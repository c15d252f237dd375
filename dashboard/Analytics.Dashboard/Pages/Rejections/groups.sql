-- grain: a source, rule and column, most rows first. reads: ops.rejected_row, ops.batch. writes: nothing.
select
    batch.feed as "Feed",
    batch.source_id as "SourceId",
    coalesce(problem.column_name, '') as "Column",
    problem.rule as "Rule",
    min(problem.expected_en) as "ExpectedEn",
    min(problem.expected_ru) as "ExpectedRu",
    min(problem.expected_ky) as "ExpectedKy",
    count(distinct (problem.batch_id, problem.line)) as "Rows",
    count(distinct problem.batch_id) as "Files"
from ops.find_rejected(@feed::text, @source::text, @batch::bigint, @rule::text, @column::text, @state::text, @since::date) as problem
join ops.batch as batch using (batch_id)
group by 1, 2, 3, 4
order by 8 desc, 1, 2, 3
limit @most;

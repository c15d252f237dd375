-- grain: a problem of a row, newest file first. reads: ops.rejected_row, ops.batch. writes: nothing.
select
    problem.batch_id as "BatchId",
    batch.file_name as "FileName",
    batch.source_id as "SourceId",
    batch.received_at as "ReceivedAt",
    problem.line as "Line",
    coalesce(problem.column_name, '') as "Column",
    problem.expected_en as "ExpectedEn",
    problem.expected_ru as "ExpectedRu",
    problem.expected_ky as "ExpectedKy",
    problem.state as "State",
    problem.request_id as "RequestId"
from ops.find_rejected(@feed::text, @source::text, @batch::bigint, @rule::text, @column::text, @state::text, @since::date) as problem
join ops.batch as batch using (batch_id)
order by problem.batch_id desc, problem.line, problem.rejected_row_id
limit @size offset @skip;

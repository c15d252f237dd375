-- grain: a rule and column of a feed with open rejections, most rows first. reads: ops.rejected_row, ops.batch. writes: nothing.
select
    batch.feed as "Feed",
    rejected_row.column_name as "Column",
    min(rejected_row.expected_en) as "ExpectedEn",
    min(rejected_row.expected_ru) as "ExpectedRu",
    min(rejected_row.expected_ky) as "ExpectedKy",
    count(*) as "Rows",
    max(batch.file_name || ':' || rejected_row.line) as "Example"
from ops.rejected_row
inner join ops.batch using (batch_id)
where rejected_row.state = 'open'
group by batch.feed, rejected_row.column_name, rejected_row.rule
order by count(*) desc
limit @most;

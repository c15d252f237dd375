-- rejected: open problems of rejected rows, newest batch first.
-- grain: a problem of a row. reads: ops.rejected_row, ops.batch. writes: nothing.
select row.batch_id, batch.feed, batch.source_id, batch.file_name, row.line, row.column_name, row.rule, row.expected_en, row.expected_ru, row.expected_ky
from ops.rejected_row as row
join ops.batch as batch using (batch_id)
where row.state = 'open' and (@feed::text is null or batch.feed = @feed)
order by row.batch_id desc, row.line, row.rejected_row_id;

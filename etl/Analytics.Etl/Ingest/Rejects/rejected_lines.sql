-- rejected_lines: the open rows that a filter means.
-- grain: a row. reads: ops.rejected_row, ops.batch. writes: nothing.
select distinct batch_id, line
from ops.find_rejected(@feed::text, @source::text, @batch::bigint, @rule::text, @column::text, 'open', @since::date)
order by batch_id, line;

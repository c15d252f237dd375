-- grain: one row. reads: ops.rejected_row, ops.batch. writes: nothing.
select count(distinct (batch_id, line)) as "Rows", count(*) as "Problems"
from ops.find_rejected(@feed::text, @source::text, @batch::bigint, @rule::text, @column::text, @state::text, @since::date);

-- dismiss: sets the open rows that a filter means aside, with all their problems; says how many rows this request has set aside.
-- grain: one value. reads: ops.batch. writes: ops.rejected_row.
with meant as (
    select distinct batch_id, line
    from ops.find_rejected(@feed::text, @source::text, @batch::bigint, @rule::text, @column::text, 'open', @since::date)
),
dismissed as (
    update ops.rejected_row as problem
    set state = 'dismissed', request_id = @request
    from meant
    where problem.batch_id = meant.batch_id and problem.line = meant.line and problem.state = 'open'
    returning problem.batch_id, problem.line
)
select count(*)
from (
    select batch_id, line from dismissed
    union
    select batch_id, line from ops.rejected_row where request_id = @request and state = 'dismissed'
) as rows;

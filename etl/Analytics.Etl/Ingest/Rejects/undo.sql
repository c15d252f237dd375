-- undo: opens again what a request has set aside; says how many rows.
-- grain: one value. reads: nothing. writes: ops.rejected_row.
with opened as (
    update ops.rejected_row
    set state = 'open', request_id = null
    where request_id = @request and state = 'dismissed'
    returning batch_id, line
)
select count(distinct (batch_id, line)) from opened;

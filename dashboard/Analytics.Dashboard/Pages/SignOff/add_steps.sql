-- Takes the asked months one step further, or back. A month that somebody else moved meanwhile is left alone.
-- grain: a source and month. reads: ops.period_state. writes: ops.period_review.
insert into ops.period_review (source_id, month, step, state, account, decided_at, comment)
select state.source_id, state.month, state.step + 1, asked.state, @account, @now, @comment
from unnest(@sources, @months, @steps, @states) as asked (source_id, month, step, state)
join ops.period_state as state on state.source_id = asked.source_id and state.month = asked.month and state.step = asked.step
returning source_id as "SourceId", month as "Month", step as "Step", state as "State";

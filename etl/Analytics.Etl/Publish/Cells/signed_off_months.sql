-- Which months of which source are signed off as published.
-- grain: a source and month. reads: ops.period_state, ops.source. writes: nothing.
select source.feed, period_state.source_id as source, period_state.month, period_state.state = 'published' as signed
from ops.period_state
join ops.source using (source_id);

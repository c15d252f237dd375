-- grain: a source and month, with what came for it and where its review stands. reads: ops.period_state, ops.source, ops.batch, ops.quality_result. writes: nothing.
select
    state.source_id as "SourceId",
    source.feed as "Feed",
    state.month as "Month",
    state.state as "State",
    state.account as "Account",
    state.decided_at as "DecidedAt",
    state.comment as "Comment",
    state.step as "Step",
    cardinality(state.batches) as "Files",
    came.last_at as "LastReceivedAt",
    coalesce(came.rejected, 0)::bigint as "Rejected",
    coalesce(doubt.still_open, 0)::bigint as "OpenFindings",
    coalesce(came.first_at > state.month + interval '1 month' + make_interval(days => source.expected_every_days), false) as "IsLate",
    coalesce(state.state = 'published' and came.last_at > state.decided_at, false) as "IsChangedSince"
from ops.period_state as state
join ops.source as source using (source_id)
left join lateral (
    select min(received_at) as first_at, max(received_at) as last_at, sum(rejected) as rejected
    from ops.batch
    where batch_id = any(state.batches)
) as came on true
left join lateral (
    select sum(still_open) as still_open
    from ops.quality_result
    where batch_id = any(state.batches) and severity in ('error', 'warning')
) as doubt on true
order by state.month desc, state.source_id;

-- Demonstration sources sign themselves off once, all but the months of the last quarter, which stay provisional.
-- grain: a step of a month's review. reads: ops.source_month, ops.source, ops.period_review. writes: ops.period_review.
with tail as (
    select date_trunc('quarter', max(month))::date as starts_on
    from ops.source_month
    join ops.source using (source_id)
    where source.synthetic
)
insert into ops.period_review (source_id, month, step, state, account, decided_at, comment)
select source_month.source_id, source_month.month, steps.step, steps.state, 'demo', @now, null
from ops.source_month
join ops.source using (source_id)
cross join tail
cross join (values (1, 'reviewed'), (2, 'published')) as steps (step, state)
where source.synthetic and source_month.month < tail.starts_on
  and not exists (select from ops.period_review as earlier where earlier.source_id = source_month.source_id)
order by source_month.source_id, source_month.month, steps.step;

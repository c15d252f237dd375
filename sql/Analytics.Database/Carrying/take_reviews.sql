-- Steps of reviews. grain: a source, month and step. reads: ops.period_review. writes: nothing.
select to_jsonb(review)::text
from (
    select source_id, month, step, state, account, decided_at, comment from ops.period_review order by source_id, month, step
) as review

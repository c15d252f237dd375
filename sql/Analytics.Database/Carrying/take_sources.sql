-- Sources whose months somebody signed off. grain: a source. reads: ops.source, ops.period_review. writes: nothing.
select to_jsonb(source)::text
from (
    select source_id, feed, mapping, synthetic, schedule, expected_every_days, created_at
    from ops.source
    where source_id in (select source_id from ops.period_review)
    order by source_id
) as source

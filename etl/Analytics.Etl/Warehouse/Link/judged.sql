-- What reviewers found in each band of a round. grain: a band. reads: ops.link_review, ops.link_decision. writes: nothing.
select review.band_from as "From", count(*)::int as "Judged", count(*) filter (where decision.verdict = 'same')::int as "Same"
from ops.link_review as review
cross join lateral (
    select verdict from ops.link_decision as decision
    where decision.record_a = review.record_a and decision.record_b = review.record_b and undone_at is null
    order by link_decision_id desc limit 1
) as decision
where review.round = @round and decision.verdict <> 'later'
group by review.band_from

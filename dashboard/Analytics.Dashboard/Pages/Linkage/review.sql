-- Pairs to review with the decision that holds. grain: a pair. reads: ops.link_review, ops.link_decision. writes: nothing.
select review.record_a as "A", review.record_b as "B", review.band_from as "BandFrom", review.source_a as "SourceA", review.source_b as "SourceB",
       array_to_string(review.levels, ' ') as "Agreement", review.linked as "Linked", review.turn as "Turn", decision.verdict as "Verdict", decision.decided_at as "DecidedAt"
from ops.link_review as review
left join lateral (
    select verdict, decided_at from ops.link_decision as decision
    where decision.record_a = review.record_a and decision.record_b = review.record_b and undone_at is null
    order by link_decision_id desc limit 1
) as decision on true
-- A pair may be of any two sources: whoever is limited to some is asked about none.
where ops.sees_source('*')
order by abs(review.band_from - 0.3), review.band_from, review.turn, review.record_a, review.record_b

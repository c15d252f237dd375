-- The decisions that hold: the latest about each pair that was not undone. grain: a pair of records. reads: ops.link_decision. writes: nothing.
select distinct on (record_a, record_b) record_a as "A", record_b as "B", verdict = 'same' as "SamePerson"
from ops.link_decision
where undone_at is null and verdict <> 'later'
order by record_a, record_b, link_decision_id desc

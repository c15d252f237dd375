-- save_review: the pairs of a round that reviewers are asked about.
-- grain: a pair of records. reads: pg_temp.asked_pair. writes: ops.link_review.
with asked as (
    delete from pg_temp.asked_pair returning *
)
insert into ops.link_review (record_a, record_b, round, band_from, source_a, source_b, levels, linked, turn)
select record_a, record_b, round, band_from, source_a, source_b, levels, linked, turn
from asked;

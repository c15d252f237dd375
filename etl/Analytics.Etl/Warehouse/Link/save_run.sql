-- Writes down what a run of linkage did and how good it is. grain: a run over a round. reads: linked_record (temporary). writes: ops.link_run.
insert into ops.link_run (
    round, started_at, seconds, learned, learned_from, records, new_records, pairs, persons, merged, split, decisions, threshold, model, unseen_matches,
    measured_by, precision_estimate, precision_lower, precision_upper, recall_estimate, recall_lower, recall_upper)
select @round, @started_at, @seconds, @learned, @learned_from, @records, @new_records, @pairs,
       count(distinct coalesce(linked.person_key, record.person_key))::int, @merged, @split, @decisions, @threshold, @model::jsonb, @unseen,
       @by, @precision, @precision_lower, @precision_upper, @recall, @recall_lower, @recall_upper
from core.person_record as record
left join linked_record as linked using (record_id)
where record.round = @round

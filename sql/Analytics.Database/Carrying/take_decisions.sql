-- Decisions about pairs, by what the records are: list, organisation, reference, and a hash of the token. Of a record that is no longer on any
-- list nothing is left to decide.
-- grain: a decision. reads: ops.link_decision, core.person_record. writes: nothing.
select to_jsonb(decision)::text
from (
    select a.list as list_a, a.organisation as organisation_a, a.reference as reference_a, md5(a.token) as token_a,
           b.list as list_b, b.organisation as organisation_b, b.reference as reference_b, md5(b.token) as token_b,
           decision.verdict, decision.decided_by, decision.decided_at, decision.undone_at, decision.undone_by
    from ops.link_decision as decision
    join core.person_record as a on a.record_id = decision.record_a
    join core.person_record as b on b.record_id = decision.record_b
    order by decision.link_decision_id
) as decision

-- Decisions of which both records are here. A pair that somebody has decided about here stays as it is decided here.
-- grain: a decision. reads: carried, core.person_record. writes: ops.link_decision.
with given as (
    select carried.place, decision.*, least(a.record_id, b.record_id) as record_a, greatest(a.record_id, b.record_id) as record_b
    from carried
    cross join jsonb_to_record(row) as decision (
        list_a text, organisation_a text, reference_a text, token_a text, list_b text, organisation_b text, reference_b text, token_b text,
        verdict text, decided_by text, decided_at timestamptz, undone_at timestamptz, undone_by text)
    left join core.person_record as a
        on (a.list, a.organisation, a.reference, md5(a.token)) = (decision.list_a, decision.organisation_a, decision.reference_a, decision.token_a)
    left join core.person_record as b
        on (b.list, b.organisation, b.reference, md5(b.token)) = (decision.list_b, decision.organisation_b, decision.reference_b, decision.token_b)
        and a.record_id is not null
),
-- least and greatest of one record and none would be that record.
here as (
    select * from given where record_a < record_b
),
known as (
    select here.place
    from here
    join ops.link_decision as decision using (record_a, record_b, verdict, decided_by, decided_at)
),
decided_here as (
    select distinct here.record_a, here.record_b
    from here
    join ops.link_decision as decision using (record_a, record_b)
),
put as (
    insert into ops.link_decision (record_a, record_b, verdict, decided_by, decided_at, undone_at, undone_by)
    select record_a, record_b, verdict, decided_by, decided_at, undone_at, undone_by
    from here
    where not exists (select from decided_here where (decided_here.record_a, decided_here.record_b) = (here.record_a, here.record_b))
    order by place
    returning 1
)
select (select count(*) from put), (select count(*) from known), (select count(*) from carried) - (select count(*) from here),
       array(
           select distinct 'the pair ' || record_a || ', ' || record_b
           from here
           join decided_here using (record_a, record_b)
           where place not in (select place from known)
           order by 1)

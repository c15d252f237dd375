-- Linkage rounds with their records. grain: a round. reads: ops.link_round, core.person_record. writes: nothing.
select round as "Fingerprint",
       case when opened.round is null then 'never opened' when opened.closed_at is null then 'open' else 'closed' end as "State",
       coalesce(counted.records, 0)::int as "Records"
from ops.link_round as opened
full join (select round, count(*) as records from core.person_record where round is not null group by round) as counted using (round)
order by opened.opened_at desc nulls last, round

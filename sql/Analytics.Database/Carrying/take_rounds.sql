-- Rounds that were opened and closed. grain: a round. reads: ops.link_round. writes: nothing.
select to_jsonb(known)::text
from (select round, opened_at, closed_at from ops.link_round order by round) as known

-- grain: a step of the review of the asked months, oldest first. reads: ops.period_review. writes: nothing.
select source_id as "SourceId", month as "Month", state as "State", account as "Account", decided_at as "DecidedAt", comment as "Comment"
from ops.period_review
where (source_id, month) in (select * from unnest(@sources, @months))
order by source_id, month, step;

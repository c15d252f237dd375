-- The last run of the round with most records. grain: a run. reads: ops.link_run. writes: nothing.
select records as "Records", persons as "Persons", threshold as "Threshold", measured_by as "MeasuredBy", unseen_matches as "Unseen", started_at as "StartedAt",
       precision_estimate as "Precision", precision_lower as "PrecisionLower", precision_upper as "PrecisionUpper",
       recall_estimate as "Recall", recall_lower as "RecallLower", recall_upper as "RecallUpper"
from (select distinct on (round) * from ops.link_run order by round, link_run_id desc) as run
order by records desc, round limit 1

-- grain: a file and rule that found something, worst and newest first. reads: ops.quality_result, ops.batch. writes: nothing.
select
    result.batch_id as "BatchId",
    batch.file_name as "FileName",
    batch.feed as "Feed",
    result.rule as "Rule",
    result.severity as "Severity",
    result.checked as "Checked",
    result.found as "Found",
    result.still_open as "StillOpen",
    result.lines[1:10] as "Lines",
    result.subjects[1:10] as "Subjects"
from ops.quality_result as result
inner join ops.batch as batch using (batch_id)
where result.found > 0
order by array_position(array['error', 'warning', 'info'], result.severity), result.batch_id desc, result.rule
limit @most;

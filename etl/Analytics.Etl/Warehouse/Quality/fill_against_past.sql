-- fill_against_past: empty values of a batch beside those of the source's earlier files.
-- grain: a column of the batch. reads: ops.batch_fill, ops.batch. writes: nothing.
select now.column_name, now.read - now.filled as empty_now, now.read as rows_now,
       coalesce(sum(past.read - past.filled), 0)::bigint as empty_before, coalesce(sum(past.read), 0)::bigint as rows_before
from ops.batch_fill as now
left join ops.batch as earlier on earlier.source_id = @source_id and earlier.batch_id < now.batch_id and earlier.state = 'loaded'
left join ops.batch_fill as past on past.batch_id = earlier.batch_id and past.column_name = now.column_name
where now.batch_id = @batch_id
group by now.column_name, now.read, now.filled
order by now.column_name;

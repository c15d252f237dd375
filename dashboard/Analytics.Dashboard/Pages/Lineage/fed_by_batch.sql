-- grain: a measure and period that a batch has rows in, whole counts only. reads: ops.cell_lineage. writes: nothing.
select measure as "Measure", period as "Period"
from ops.cell_lineage
where batches @> array[@batch]::bigint[] and members = '{}'
order by measure, period;

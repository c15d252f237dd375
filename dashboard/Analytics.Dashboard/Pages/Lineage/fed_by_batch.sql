-- grain: a measure and period that a batch has rows in, whole counts only. reads: ops.cell_lineage. writes: nothing.
select measure as "Measure", period as "Period"
from ops.cell_lineage
where batches @> array[@batch]::bigint[]
    and region = 'total' and region_service = 'total' and sex = 'total' and age_band = 'total' and form = 'total' and destination = 'total' and topic = 'total' and article_group = 'total'
    and reason = 'total' and programme = 'total' and donor = 'total'
order by measure, period;

-- merge: the batch's rows become versions of their natural keys.
-- grain: one row of counts. reads: pg_temp.incoming. writes: core.<feed>, ops.rejected_row.
select inserted, updated, unchanged, deleted, duplicate
from core.merge_incoming(@feed, @keys, @batch_id, @known_since, @staged);
drop view pg_temp.incoming;

-- merge: the rows whose key was there already become versions of it, or turn out to be none.
-- grain: one row of counts. reads: pg_temp.incoming. writes: core.<feed>, ops.rejected_row.
select updated, unchanged, deleted, duplicate
from core.merge_incoming(@feed, @keys, @batch_id, @known_since);

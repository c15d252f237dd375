-- preview_merge: the verdicts of a load, upon the copy.
-- grain: one row of counts. reads: pg_temp.incoming. writes: pg_temp.preview_target, pg_temp.preview_problem.
select inserted, updated, unchanged, deleted, duplicate
from core.merge_incoming(@feed, @keys, 0, now(), @staged, 'pg_temp.preview_target'::regclass, 'pg_temp.preview_problem'::regclass);

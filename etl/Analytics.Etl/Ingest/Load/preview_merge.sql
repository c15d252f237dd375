-- preview_merge: the verdicts of a load, upon the copy.
-- grain: one row of counts. reads: pg_temp.incoming. writes: pg_temp.preview_target, pg_temp.preview_problem.
create temporary table preview_new on commit drop as
select core.insert_new(@feed, @keys, 0, now(), -1, @last_line, @staged, 'pg_temp.preview_target'::regclass) as inserted;
select inserted, updated, unchanged, deleted, duplicate
from preview_new
cross join core.merge_incoming(@feed, @keys, 0, now(), 'pg_temp.preview_target'::regclass, 'pg_temp.preview_problem'::regclass);

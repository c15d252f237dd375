-- preview_target: a copy of the versions that the file's keys meet, to merge into; {0} is the feed's table, {1} the join of its keys.
-- grain: a version. reads: core.<feed>, pg_temp.incoming. writes: pg_temp.preview_target, pg_temp.preview_problem; both end with the transaction.
create temporary table preview_target (like core.{0} including all) on commit drop;
create temporary table preview_problem (
    batch_id bigint, line bigint, column_name text, rule text, expected_en text, expected_ru text, expected_ky text) on commit drop;
insert into preview_target overriding system value
select current.*
from core.{0} as current
where exists (select from pg_temp.incoming as incoming where incoming.batch_id = 0 and {1});
select setval(pg_get_serial_sequence('pg_temp.preview_target', 'version_id'), (select coalesce(max(version_id), 0) + 1 from preview_target), false);

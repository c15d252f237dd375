-- core.summarize_batch: brings the block range indexes that a load has grown up to date; until then their new blocks are read by every query.
-- grain: an index. reads: the blocks that are not yet summarized. writes: block range indexes of raw.<feed>, core.<feed> and the facts.
-- Only an owner may summarize, so the function runs with its owner's rights.
create or replace function core.summarize_batch(feed text) returns void
    language sql
    security definer
    set search_path = pg_catalog
as $summarize$
    select brin_summarize_new_values(index.indexrelid)
    from pg_index as index
    join pg_class as class on class.oid = index.indexrelid and class.relkind = 'i'
    join pg_am as method on method.oid = class.relam and method.amname = 'brin'
    join pg_class as held on held.oid = index.indrelid
    where held.oid in (to_regclass(format('raw.%I', feed)), to_regclass(format('core.%I', feed)))
       or (feed = 'hotline' and held.relnamespace = 'mart'::regnamespace and held.relname like 'fct\_contact%');
$summarize$;
revoke all on function core.summarize_batch(text) from public;
grant execute on function core.summarize_batch(text) to analytics_etl;

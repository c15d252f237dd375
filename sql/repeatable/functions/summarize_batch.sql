-- core.summarize_batch: what a large batch has grown is found at once without reading it from end to end: block range indexes take in
-- their new blocks, which every query would read until then, and the planner learns how many rows are whose. After a small batch
-- neither is worth its lock, which waits for a vacuum of the table: the server does both in its own time.
-- grain: an index, a table. reads: the blocks that are not yet summarized, a sample of the tables. writes: block range indexes and statistics
-- of raw.<feed>, core.<feed> and the facts.
-- Only an owner may do either, so the function runs with its owner's rights.
create or replace function core.summarize_batch(feed text) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog
as $summarize$
begin
    perform brin_summarize_new_values(index.indexrelid)
    from pg_index as index
    join pg_class as class on class.oid = index.indexrelid and class.relkind = 'i'
    join pg_am as method on method.oid = class.relam and method.amname = 'brin'
    join pg_class as held on held.oid = index.indrelid
    where held.oid = to_regclass(format('core.%I', feed))
       or (feed = 'hotline' and held.relnamespace = 'mart'::regnamespace and held.relname like 'fct\_contact%');
    execute format('analyze raw.%1$I (batch_id, line), core.%1$I (batch_id, known_until)', feed);
    if feed = 'hotline' then
        analyze mart.fct_contact (batch_key, contact_date_key, known_until);
    end if;
end
$summarize$;
revoke all on function core.summarize_batch(text) from public;
grant execute on function core.summarize_batch(text) to analytics_etl;

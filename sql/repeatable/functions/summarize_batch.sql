-- core.summarize_batch: what a load has grown is found at once without reading it from end to end: block range indexes take in their new
-- blocks, which every query would read until then, and after a large batch the planner learns how many rows are whose. A few rows more
-- change no plan, and the server looks at them in its own time.
-- grain: an index, a table. reads: the blocks that are not yet summarized, a sample of the tables. writes: block range indexes and statistics
-- of core.<feed> and the facts.
-- Only an owner may do either, so the function runs with its owner's rights.
drop function if exists core.summarize_batch(text);
create or replace function core.summarize_batch(feed text, is_large boolean) returns void
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
    if is_large then
        execute format('analyze raw.%1$I (batch_id, line), core.%1$I (batch_id, known_until)', feed);
        if feed = 'hotline' then
            analyze mart.fct_contact (batch_key, contact_date_key, known_until);
        end if;
    end if;
end
$summarize$;
revoke all on function core.summarize_batch(text, boolean) from public;
grant execute on function core.summarize_batch(text, boolean) to analytics_etl;

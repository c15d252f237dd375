-- core.summarize_batch: what a batch has grown is found at once without reading it from end to end: block range indexes take in their new
-- blocks, which every query would read until then, and after a large batch the planner learns how many rows are whose; without that it
-- takes a million rows for a few and hashes them instead of the dimensions. Where a vacuum holds the table it does both itself, and is not
-- waited for.
-- grain: an index, a table. reads: the blocks that are not yet summarized, a sample of the tables. writes: block range indexes and statistics
-- of raw.<feed> and core.<feed>, or of the facts.
-- Only an owner may do either, so the function runs with its owner's rights.
create or replace function core.summarize_batch(feed text, of_facts boolean, is_large boolean) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog
    set lock_timeout = '50ms'
    -- What is asked of these columns is how many rows a batch, a day and the present have: a small sample tells.
    set default_statistics_target = 10
as $summarize$
begin
    perform brin_summarize_new_values(index.indexrelid)
    from pg_index as index
    join pg_class as class on class.oid = index.indexrelid and class.relkind = 'i'
    join pg_am as method on method.oid = class.relam and method.amname = 'brin'
    join pg_class as held on held.oid = index.indrelid
    where case
        when of_facts then feed = 'hotline' and held.relnamespace = 'mart'::regnamespace and held.relname like 'fct\_contact%'
        else held.oid = to_regclass(format('core.%I', feed))
    end;
    if is_large and not of_facts then
        -- A feed whose large files are packed keeps its rows in a table beside the view of all.
        execute format(
            'analyze raw.%1$I (batch_id, line), core.%2$I (batch_id, known_until)',
            case when to_regclass(format('raw.%I', feed || '_row')) is null then feed else feed || '_row' end, feed);
    elsif is_large and feed = 'hotline' then
        analyze mart.fct_contact (batch_key, contact_date_key, known_until);
    end if;
exception when lock_not_available then
    -- The vacuum that has the lock will.
    null;
end
$summarize$;
revoke all on function core.summarize_batch(text, boolean, boolean) from public;
grant execute on function core.summarize_batch(text, boolean, boolean) to analytics_etl;

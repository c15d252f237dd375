-- ops.rows_of_batches: how many rows of each batch raw holds, and how many versions core made of them, of every feed that there is.
-- grain: a feed and batch. reads: raw.<feed>, core.<feed>. writes: nothing.
create or replace function ops.rows_of_batches(first_batch bigint) returns table (feed text, batch_id bigint, stored bigint, versions bigint)
    language plpgsql stable
    set search_path = pg_catalog
as $rows$
begin
    -- A feed has a table of versions, which no other table of core is.
    for feed in select relname::text from pg_class join pg_attribute on attrelid = pg_class.oid
                where relnamespace = 'core'::regnamespace and relkind = 'r' and attname = 'withdrawn' and not attisdropped loop
        return query execute format(
            'select %1$L, batch_id, stored, versions
             from (select batch_id, count(*) as stored from raw.%1$I where batch_id >= $1 group by batch_id) as raw
             full join (select batch_id, count(*) as versions from core.%1$I where batch_id >= $1 group by batch_id) as core using (batch_id)', feed)
        using first_batch;
    end loop;
end
$rows$;

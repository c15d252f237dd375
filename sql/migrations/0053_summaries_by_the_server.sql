-- Small batches leave the summaries of block ranges to the server, which makes them as it comes to them.
-- grain: as before. reads: catalogue. writes: settings of the block range indexes of core.* and mart.*.
do $autosummarize$
declare
    held regclass;
begin
    for held in
        select class.oid::regclass
        from pg_class as class
        join pg_am as method on method.oid = class.relam and method.amname = 'brin'
        where class.relkind = 'i' and class.relnamespace in ('core'::regnamespace, 'mart'::regnamespace)
    loop
        execute format('alter index %s set (autosummarize = on)', held);
    end loop;
end
$autosummarize$;

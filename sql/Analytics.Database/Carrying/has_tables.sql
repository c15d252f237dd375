-- Whether the database holds tables of Analytics, of whatever version. grain: one value. reads: the catalogue. writes: nothing.
select exists (
    select from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = 'ops' and c.relname = 'account' and c.relkind = 'r')

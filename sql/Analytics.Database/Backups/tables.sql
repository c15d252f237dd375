-- What a backup holds: every table of the product but the migrator's ledger, which a restore writes itself, and the sessions,
-- which a restore ends.
-- grain: a table, with the columns that can be written. A partition comes with its parent.
-- reads: the catalogue. writes: nothing.
select format('%I.%I', n.nspname, c.relname) as name,
       array_agg(quote_ident(a.attname) order by a.attnum) as columns
from pg_class as c
join pg_namespace as n on n.oid = c.relnamespace
join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where n.nspname = any (@schemas) and c.relkind in ('r', 'p') and not c.relispartition
  and c.oid <> coalesce(to_regclass('ops.script')::oid, 0) and c.oid <> coalesce(to_regclass('ops.session')::oid, 0)
group by n.nspname, c.relname
order by n.nspname, c.relname

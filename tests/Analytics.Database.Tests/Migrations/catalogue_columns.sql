-- What the catalogue says of every column of the warehouse.
-- grain: a column of a table or view. reads: pg_catalog. writes: nothing.
select namespace.nspname as schema, table_of.relname as "table", obj_description(table_of.oid, 'pg_class') as grain,
       case table_of.relkind when 'v' then 'view' when 'm' then 'view' else 'table' end as kind,
       column_of.attname as name, format_type(column_of.atttypid, column_of.atttypmod) as type, not column_of.attnotnull as nullable,
       coalesce(column_of.attnum = any (keyed.conkey), false) as inkey,
       case when referred.confrelid <> 0 then referred.confrelid::regclass::text end as refersto,
       coalesce(col_description(table_of.oid, column_of.attnum), '') as meaning
from pg_class as table_of
join pg_namespace as namespace on namespace.oid = table_of.relnamespace
join pg_attribute as column_of on column_of.attrelid = table_of.oid and column_of.attnum > 0 and not column_of.attisdropped
left join pg_constraint as keyed on keyed.conrelid = table_of.oid and keyed.contype = 'p'
left join pg_constraint as referred on referred.conrelid = table_of.oid and referred.contype = 'f' and referred.conkey = array[column_of.attnum]
where namespace.nspname in ('raw', 'core', 'mart', 'pub', 'ops') and table_of.relkind in ('r', 'p', 'v', 'm') and not table_of.relispartition
order by array_position(array['raw', 'core', 'mart', 'pub', 'ops']::name[], namespace.nspname), table_of.relname, column_of.attnum

-- Foreign keys in the way of filling tables in any order: dropped before, added again after, when all rows are there to be checked.
-- grain: a foreign key. reads: the catalogue. writes: nothing.
select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
       format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as add
from pg_constraint as k
join pg_class as c on c.oid = k.conrelid
join pg_namespace as n on n.oid = c.relnamespace
where k.contype = 'f' and k.conparentid = 0 and n.nspname = any (@schemas)
order by c.oid, k.conname

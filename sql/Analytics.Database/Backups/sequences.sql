-- grain: a sequence and the last number it gave; null when it gave none.
-- reads: the catalogue. writes: nothing.
select format('%I.%I', schemaname, sequencename) as name, last_value as last
from pg_sequences
where schemaname = any (@schemas)
order by schemaname, sequencename

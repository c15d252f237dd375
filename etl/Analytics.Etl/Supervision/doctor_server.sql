-- grain: one row. reads: the server's catalogue. writes: nothing.
select now() as now, pg_encoding_to_char(encoding) as encoding, pg_database_size(oid) as bytes
from pg_database
where datname = current_database();

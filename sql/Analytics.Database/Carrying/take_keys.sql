-- Keys of the web server, without which the secrets of one-time codes cannot be read. grain: a key. reads: ops.data_protection_key. writes: nothing.
select to_jsonb(key)::text
from (select friendly_name, xml, created_at from ops.data_protection_key order by friendly_name) as key

-- grain: a key. reads: ops.data_protection_key. writes: nothing.
select xml from ops.data_protection_key order by created_at;

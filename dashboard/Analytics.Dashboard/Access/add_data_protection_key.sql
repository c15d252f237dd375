-- grain: a key. reads: nothing. writes: ops.data_protection_key.
insert into ops.data_protection_key (friendly_name, xml) values (@friendlyName, @xml)
on conflict (friendly_name) do nothing;

-- keys_are_known: whether any of these contacts is in the warehouse.
-- grain: one value. reads: core.hotline. writes: nothing.
select exists (select from core.hotline where contact_id = any(@keys) and known_until = 'infinity');

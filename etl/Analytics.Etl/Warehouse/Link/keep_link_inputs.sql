-- keep_link_inputs: what the run that ends here has seen.
-- grain: one row. reads: nothing. writes: ops.link_seen.
insert into ops.link_seen (seen_until, settings) values (@seen_until, @settings)
on conflict (only_row) do update set seen_until = excluded.seen_until, settings = excluded.settings;

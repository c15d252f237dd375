-- How far linkage has seen the warehouse, so that it can leave out a run that would find nothing changed.
-- grain: one row, or none before the first run. reads: nothing. writes: ops.link_seen.
create table ops.link_seen (
    only_row boolean primary key default true check (only_row),
    seen_until timestamptz not null,
    settings text not null
);
comment on table ops.link_seen is 'grain: one row. seen_until: the last batch that linkage has seen; settings: a hash of what it depends on beside the batches: program, reference data, rounds, decisions.';

-- The migrator's own ledger. Runs at every start, as analytics_owner.
-- grain: a script that was applied. reads: nothing. writes: ops.script.
create schema if not exists ops;
comment on schema ops is 'Runs, batches, rejected rows, accounts, applied scripts. No facts.';
create table if not exists ops.script (
    path text primary key,
    hash text not null,
    applied_at timestamptz not null default now(),
    seconds double precision not null
);

-- What grows with every look is kept for a declared time: figures that were shown, and entries of the audit, which leave a seal and counts.

alter table ops.figure_shown add column last_shown_at timestamptz not null default now();
comment on column ops.figure_shown.last_shown_at is 'When it was last shown or looked up, to a day or less; what is shown again stays.';
create index figure_shown_last on ops.figure_shown (last_shown_at);

-- grain: a month, an account and an action, of entries of the audit that were swept.
create table ops.audit_month (
    month date not null check (extract(day from month) = 1),
    account text not null,
    action text not null,
    entries bigint not null check (entries > 0),
    primary key (month, account, action)
);
comment on table ops.audit_month is 'grain: a month, an account and an action, of entries of the audit that were swept: how many there were.';

-- grain: one row, once entries were swept: where the audit goes on from.
create table ops.audit_seal (
    only_row boolean primary key default true check (only_row),
    last_id bigint not null,
    hash bytea not null,
    entries bigint not null,
    sealed_at timestamptz not null default now()
);
comment on table ops.audit_seal is
    'grain: one row, once entries of the audit were swept: number and hash of the last of them, from which the chain of those that are kept goes on, and how many were swept in all.';

-- ops: runs, batches, rejections, accounts. No fact and no field value of a row is stored here.
-- The schema itself and ops.script are made by bootstrap/ledger.sql, which the migrator needs first.
-- reads: nothing. writes: ops.*

-- grain: one registered source (a feed with a folder and a mapping).
create table ops.source (
    source_id text primary key,
    feed text not null,
    mapping text,
    synthetic boolean not null default false,
    schedule text,
    expected_every_days integer not null default 31 check (expected_every_days > 0),
    created_at timestamptz not null default now()
);

-- grain: one run of a job.
create table ops.run (
    run_id bigint generated always as identity primary key,
    job text not null,
    trigger_kind text not null check (trigger_kind in ('schedule', 'hand', 'start', 'recovery')),
    scheduled_at timestamptz,
    started_at timestamptz not null,
    finished_at timestamptz,
    state text not null check (state in ('running', 'done', 'failed', 'interrupted')),
    files integer not null default 0,
    read bigint not null default 0,
    inserted bigint not null default 0,
    updated bigint not null default 0,
    unchanged bigint not null default 0,
    deleted bigint not null default 0,
    rejected bigint not null default 0,
    summary text,
    error text,
    constraint run_balances check (read = inserted + updated + unchanged + deleted + rejected),
    constraint run_finishes check ((state = 'running') = (finished_at is null))
);
create index run_job_started on ops.run (job, started_at desc);

-- grain: one file that was offered to a feed.
create table ops.batch (
    batch_id bigint generated always as identity primary key,
    run_id bigint references ops.run,
    feed text not null,
    source_id text not null references ops.source,
    mapping text,
    file_name text not null,
    file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
    file_bytes bigint not null,
    detected jsonb,
    header text[],
    received_at timestamptz not null,
    seconds double precision,
    state text not null check (state in ('loaded', 'refused')),
    refused_reason text,
    read bigint not null default 0,
    inserted bigint not null default 0,
    updated bigint not null default 0,
    unchanged bigint not null default 0,
    deleted bigint not null default 0,
    rejected bigint not null default 0,
    constraint batch_balances check (read = inserted + updated + unchanged + deleted + rejected),
    constraint batch_refusal_has_reason check ((state = 'refused') = (refused_reason is not null))
);
create index batch_source_received on ops.batch (source_id, received_at desc);
create index batch_file_hash on ops.batch (file_hash);

-- grain: one problem of one row of a batch. Says where and what was expected, never what was found.
create table ops.rejected_row (
    rejected_row_id bigint generated always as identity primary key,
    batch_id bigint not null references ops.batch,
    line bigint not null,
    column_name text,
    rule text not null,
    expected_en text not null,
    expected_ru text not null,
    expected_ky text not null,
    state text not null default 'open' check (state in ('open', 'replayed', 'dismissed')),
    replayed_in bigint references ops.batch
);
create index rejected_row_batch on ops.rejected_row (batch_id, line);

-- grain: one person who may sign in.
create table ops.account (
    account_id bigint generated always as identity primary key,
    name text not null unique check (name ~ '^[a-z][a-z0-9._-]{1,62}$'),
    role text not null check (role in ('administrator', 'coordinator', 'donor', 'policy')),
    password_hash text not null,
    must_change_password boolean not null default true,
    language text check (language in ('en', 'ru', 'ky')),
    failed_sign_ins integer not null default 0,
    locked_until timestamptz,
    security_stamp uuid not null default gen_random_uuid(),
    disabled boolean not null default false,
    created_at timestamptz not null default now(),
    last_sign_in_at timestamptz
);

-- grain: one token for the HTTP interface. The token itself is never stored.
create table ops.api_token (
    token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
    account_id bigint not null references ops.account,
    label text not null default '',
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);

-- grain: one key of the web server's data protection (cookies, antiforgery).
create table ops.data_protection_key (
    friendly_name text primary key,
    xml text not null,
    created_at timestamptz not null default now()
);

-- grain: one figure that was shown; the id on screen leads back to what was asked of which publication.
create table ops.figure_shown (
    figure_id text primary key check (figure_id ~ '^[A-Z]{2}-[0-9A-Z]{6,10}$'),
    publication_id bigint not null,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    query jsonb not null,
    first_shown_at timestamptz not null default now()
);

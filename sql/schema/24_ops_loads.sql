-- Loads: sources, what was fetched of them, runs, files, rejected rows, and what people ask for. No field value of a row is stored here.
-- reads: nothing. writes: ops.source, ops.fetch_state, ops.fetch_page, ops.run, ops.batch, ops.batch_fill, ops.request, ops.rejected_row,
-- ops.rebuild.

-- Whoever is limited to sources sees rows of these alone, whatever page asks: each connection of the administrator's pages says for
-- which sources it reads, and without a word it reads none.
create function ops.sees_source(source text) returns boolean
    language sql stable
    return coalesce(
        current_setting('analytics.sources', true) = '*' or source = any (string_to_array(current_setting('analytics.sources', true), ',')),
        false);
comment on function ops.sees_source(text) is
    'Whether this connection reads for a source: setting analytics.sources, * for all, or ids separated by commas.';

create table ops.source (
    source_id text primary key,
    feed text not null,
    mapping text,
    synthetic boolean not null default false,
    schedule text,
    expected_every_days integer not null default 31 check (expected_every_days > 0),
    created_at timestamptz not null default now()
);
comment on table ops.source is 'grain: a registered source: a feed with a folder and a mapping.';
alter table ops.source enable row level security;
create policy worker_works_with_all on ops.source for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.source for all to analytics_admin
    using (ops.sees_source(source_id))
    with check (ops.sees_source(source_id));
grant select on ops.source to analytics_admin;

create table ops.fetch_state (
    source_id text primary key,
    watermark text,
    resume_page text,
    resume_bytes bigint,
    resume_since timestamptz,
    constraint fetch_state_resumes_whole check (num_nulls(resume_page, resume_bytes, resume_since) in (0, 3))
);
comment on table ops.fetch_state is
    'grain: a source that is fetched. It need not be in ops.source yet: a source is entered there by its first batch.';
comment on column ops.fetch_state.watermark is 'SQL: the last value of the watermark column that was loaded, as the other server wrote it.';
comment on column ops.fetch_state.resume_page is
    'HTTP: the address that failed last time; what came before it waits in the inbox, resume_bytes long.';

create table ops.fetch_page (
    source_id text not null,
    url text not null,
    etag text,
    last_modified timestamptz,
    next_url text,
    primary key (source_id, url)
);
comment on table ops.fetch_page is 'grain: an address of a source, as it was when its content was last loaded.';

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
comment on table ops.run is 'grain: a run of a job.';
create index run_job_started on ops.run (job, started_at desc);
alter table ops.run enable row level security;
create policy worker_works_with_all on ops.run for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.run for all to analytics_admin using (ops.sees_source(job)) with check (ops.sees_source(job));
grant select on ops.run to analytics_admin;

-- Refusals in the languages of their readers; arrived_on where the file came before it was loaded and says so.
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
    refused_ru text,
    refused_ky text,
    arrived_on date,
    examined_at timestamptz,
    reading text check (reading ~ '^[0-9a-f]{64}$'),
    repeats bigint references ops.batch,
    difference jsonb,
    shape jsonb,
    constraint batch_balances check (read = inserted + updated + unchanged + deleted + rejected),
    constraint batch_refusal_has_reason check ((state = 'refused') = (refused_reason is not null))
);
comment on table ops.batch is
    'grain: a file that was offered to a feed, loaded or refused. read = inserted + updated + unchanged + deleted + rejected.';
comment on column ops.batch.refused_reason is 'In English; refused_ru and refused_ky say the same.';
comment on column ops.batch.reading is
    'Hash over all that decides how the file was read: mapping, declaration of the feed, version of the program. Null for rows that '
    'are no whole file.';
comment on column ops.batch.repeats is
    'The batch that had loaded the same file from the same source in the same reading; nothing of this one was stored again.';
comment on column ops.batch.difference is
    'Why a refused file was not like the last loaded one of its source: columns added, missing, renamed, retyped, new codes. No values.';
comment on column ops.batch.shape is
    'Of each column of the file the kind of its first values: date, whole number, number, words, mixed or empty. No values.';
create index batch_source_received on ops.batch (source_id, received_at desc);
create index batch_file_hash on ops.batch (file_hash);
create index batch_not_examined on ops.batch (batch_id) where examined_at is null and state = 'loaded';
create index batch_loaded_file on ops.batch (file_hash, source_id, reading)
    where state = 'loaded' and repeats is null and reading is not null;
create index batch_loaded_received on ops.batch (received_at) where state = 'loaded';
alter table ops.batch enable row level security;
create policy worker_works_with_all on ops.batch for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.batch for all to analytics_admin
    using (ops.sees_source(source_id))
    with check (ops.sees_source(source_id));
grant select on ops.batch to analytics_admin;

create table ops.batch_fill (
    batch_id bigint not null references ops.batch,
    column_name text not null,
    read bigint not null,
    filled bigint not null,
    primary key (batch_id, column_name),
    check (filled between 0 and read)
);
comment on table ops.batch_fill is 'grain: a batch and column: how many rows have a value in it.';

-- What the dashboard asks the worker to do, and what became of it. It writes its own entry of the audit, whoever runs the statement.
create table ops.request (
    request_id bigint generated always as identity primary key,
    kind text not null check (kind in ('preview', 'load', 'discard', 'rejected_file', 'replay', 'dismiss', 'undo', 'run',
        'pause', 'resume')),
    arguments jsonb not null default '{}',
    asked_by bigint not null references ops.account,
    asked_at timestamptz not null default now(),
    state text not null default 'asked' check (state in ('asked', 'running', 'done', 'failed')),
    attempts integer not null default 0,
    started_at timestamptz,
    finished_at timestamptz,
    rows_read bigint not null default 0,
    result jsonb,
    constraint request_finishes check ((state in ('done', 'failed')) = (finished_at is not null))
);
comment on table ops.request is 'grain: a request of a signed-in account to the worker, and what came of it.';
create index request_open on ops.request (request_id) where state in ('asked', 'running');
create index request_asked_by on ops.request (asked_by, request_id desc);
grant select on ops.request to analytics_admin;
grant insert (kind, arguments, asked_by) on ops.request to analytics_admin;

create function ops.tell_request() returns trigger
    language plpgsql
as $tell$
begin
    perform pg_notify('analytics_request', new.request_id::text);
    return null;
end
$tell$;
create trigger request_asked after insert on ops.request for each row execute function ops.tell_request();

create function ops.audit_request() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $audit$
declare
    meant jsonb := coalesce(new.arguments -> 'rows', new.arguments);
begin
    if ops.is_restoring() then
        return null;
    end if;
    perform ops.write_audit(
        (select name from ops.account where account_id = new.asked_by),
        case new.kind
            when 'preview' then 'uploaded'
            when 'load' then 'load_asked'
            when 'discard' then 'upload_discarded'
            when 'rejected_file' then 'rejected_rows_asked'
            when 'replay' then 'replayed'
            when 'dismiss' then 'dismissed'
            when 'undo' then 'dismissal_undone'
            when 'run' then 'job_asked'
            when 'pause' then 'job_paused'
            when 'resume' then 'job_resumed'
            else 'asked_' || new.kind
        end,
        concat_ws(', ',
            ops.audit_part('request', new.request_id::text), ops.audit_part('of request', new.arguments ->> 'request'),
            ops.audit_part('job', new.arguments ->> 'job'),
            ops.audit_part('feed', meant ->> 'feed'), ops.audit_part('source', meant ->> 'source'),
            ops.audit_part('file no.', meant ->> 'batch'),
            ops.audit_part('rule', meant ->> 'rule'), ops.audit_part('column', meant ->> 'column')));
    return null;
end
$audit$;
create trigger audit_request after insert on ops.request for each row execute function ops.audit_request();

-- request_id: which request closed the row, so that it can be undone. The worker writes rejected rows by insert: rows are not copied into
-- a table that is guarded by row.
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
    replayed_in bigint references ops.batch,
    request_id bigint references ops.request
);
comment on table ops.rejected_row is 'grain: a problem of a row of a batch. Says where and what was expected, never what was found.';
create index rejected_row_batch on ops.rejected_row (batch_id, line);
create index rejected_row_request on ops.rejected_row (request_id) where request_id is not null;
create index rejected_row_open on ops.rejected_row (batch_id) where state = 'open';
alter table ops.rejected_row enable row level security;
create policy worker_works_with_all on ops.rejected_row for all to analytics_etl using (true) with check (true);
create policy pages_see_their_sources on ops.rejected_row for all to analytics_admin
    using (batch_id in (select batch_id from ops.batch))
    with check (batch_id in (select batch_id from ops.batch));
grant select on ops.rejected_row to analytics_admin;

create table ops.rebuild (
    rebuild_id bigint generated always as identity primary key,
    rebuilt_at timestamptz not null,
    batches integer not null,
    rows bigint not null
);
comment on table ops.rebuild is 'grain: a rebuild of core and mart from raw. rows: those of raw that it went through.';

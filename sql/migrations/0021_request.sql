-- ops.request: what the dashboard asks the worker to do, and what became of it. No field value of a row is stored here.
-- reads: nothing. writes: ops.request.

-- grain: one request of a signed-in account.
create table ops.request (
    request_id bigint generated always as identity primary key,
    kind text not null check (kind in ('preview', 'load', 'discard', 'rejected_file', 'replay', 'dismiss', 'undo', 'run', 'pause', 'resume')),
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
create index request_open on ops.request (request_id) where state in ('asked', 'running');
create index request_asked_by on ops.request (asked_by, request_id desc);

create function ops.tell_request() returns trigger
    language plpgsql
as $tell$
begin
    perform pg_notify('analytics_request', new.request_id::text);
    return null;
end
$tell$;
create trigger request_asked after insert on ops.request for each row execute function ops.tell_request();

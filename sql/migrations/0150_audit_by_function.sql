-- The audit is written by one function of the owner: the server gives the time and says where an entry came from, and no role
-- inserts rows. What the dashboard asks, signs off and decides writes its own entry, whoever runs the statement.
-- reads: ops.account. writes: ops.audit.

alter table ops.audit
    add column client inet,
    add column origin text check (origin in ('dashboard', 'server')),
    add column carried bigint;
comment on column ops.audit.client is 'Address that a sign-in, its failure or a sign-out came from.';
comment on column ops.audit.origin is 'dashboard: written through its role; server: by the worker or on the command line. Null: written before this was kept.';
comment on column ops.audit.carried is 'The number that the entry had in the warehouse which a backup of another history replaced; null: it was written here.';

-- What is null is left out, so that entries from before these columns keep their hash.
create or replace function ops.audit_hash(previous bytea, entry ops.audit) returns bytea
language sql immutable parallel safe
return sha256(previous || convert_to(concat_ws(
    E'\x1f', entry.audit_id::text, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.account,
    coalesce(entry.profile, ''), entry.action, entry.subject, coalesce(entry.publication_id::text, ''),
    'client=' || host(entry.client), 'origin=' || entry.origin, 'carried=' || entry.carried::text), 'UTF8'));

-- grain: an entry. The login that opened the connection decides what may be said: the dashboard's speaks for accounts that exist and
-- may be used, and of nothing that is done on the server.
create function ops.write_audit(
    in_account text, in_action text, in_subject text default '', in_profile text default null, in_publication bigint default null, in_client inet default null)
    returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $write$
declare
    from_server boolean := pg_has_role(session_user, 'analytics_owner', 'member');
begin
    if not from_server then
        if in_action = 'restored' or in_action = 'job_ran' or starts_with(in_action, 'command_') then
            raise exception 'the dashboard does not write down %, which is done on the server', in_action using errcode = 'insufficient_privilege';
        end if;
        if in_action = 'sign_in_failed' and in_account = '' then
            null;
        elsif not exists (select from ops.account where name = in_account and (not disabled or in_action = 'sign_in_failed')) then
            raise exception 'the audit is written in the name of an account that may be used' using errcode = 'insufficient_privilege';
        end if;
    end if;
    -- Taken before the time is, so that times are in the order of the numbers.
    perform pg_advisory_xact_lock(hashtextextended('ops.audit', 0));
    insert into ops.audit (at, account, profile, action, subject, publication_id, client, origin)
    values (clock_timestamp(), in_account, in_profile, in_action, left(regexp_replace(in_subject, '[[:cntrl:]]', ' ', 'g'), 1000), in_publication, in_client,
        case when from_server then 'server' else 'dashboard' end);
end
$write$;
revoke execute on function ops.write_audit(text, text, text, text, bigint, inet) from public;

-- grain: a part of a subject. Only codes: what else a request may hold does not come into the audit.
create function ops.audit_part(name text, value text) returns text
    language sql immutable parallel safe
    return case when value ~ '^[A-Za-z0-9_.-]{1,80}$' then name || ' ' || value end;

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
            ops.audit_part('request', new.request_id::text), ops.audit_part('of request', new.arguments ->> 'request'), ops.audit_part('job', new.arguments ->> 'job'),
            ops.audit_part('feed', meant ->> 'feed'), ops.audit_part('source', meant ->> 'source'), ops.audit_part('file no.', meant ->> 'batch'),
            ops.audit_part('rule', meant ->> 'rule'), ops.audit_part('column', meant ->> 'column')));
    return null;
end
$audit$;

create function ops.audit_review() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $audit$
begin
    if not ops.is_restoring() then
        perform ops.write_audit(new.account, 'signed_off', concat_ws(', ', ops.audit_part('source', new.source_id), to_char(new.month, 'YYYY-MM'), new.state));
    end if;
    return null;
end
$audit$;

alter table ops.link_decision add column undone_by text;
comment on column ops.link_decision.undone_by is 'Whose decision took its place, or who took it back; null before this was kept.';

create function ops.audit_decision() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $audit$
begin
    if ops.is_restoring() then
        return null;
    end if;
    if tg_op = 'INSERT' then
        perform ops.write_audit(new.decided_by, 'pair_decided', 'decision ' || new.link_decision_id || ', ' || new.verdict);
    else
        perform ops.write_audit(coalesce(new.undone_by, ''), 'pair_undone', 'decision ' || new.link_decision_id);
    end if;
    return null;
end
$audit$;

-- Rows that a restore puts back were written down when they were made. Only the owner's own login can say so.
create function ops.is_restoring() returns boolean
    language sql stable
    return pg_has_role(session_user, 'analytics_owner', 'member') and current_setting('analytics.restoring', true) = 'on';

create trigger audit_request after insert on ops.request for each row execute function ops.audit_request();
create trigger audit_review after insert on ops.period_review for each row execute function ops.audit_review();
create trigger audit_decision after insert on ops.link_decision for each row execute function ops.audit_decision();
create trigger audit_undoing after update on ops.link_decision for each row
    when (old.undone_at is null and new.undone_at is not null) execute function ops.audit_decision();

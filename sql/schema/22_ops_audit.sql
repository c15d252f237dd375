-- The audit: who saw or did what, when. It is written by one function of the owner: the server gives the time and says where an entry came
-- from, and no role inserts rows. Whether it is what was written says the view ops.audit_state (repeatable/views/audit_state.sql).
-- reads: ops.account. writes: ops.audit, ops.audit_month, ops.audit_seal and their functions.
create table ops.audit (
    audit_id bigint primary key,
    at timestamptz not null,
    account text not null,
    profile text check (profile in ('ministry', 'donor', 'public')),
    action text not null check (action ~ '^[a-z_]{2,40}$'),
    subject text not null default '' check (length(subject) <= 1000 and strpos(subject, E'\x1f') = 0),
    publication_id bigint,
    hash bytea not null,
    client inet,
    origin text check (origin in ('dashboard', 'server')),
    carried bigint
);
comment on table ops.audit is
    'grain: one thing that an account saw or did. Never a figure''s value. Each row''s hash covers the row and the hash before it, so '
    'that a row changed or taken out later is found.';
comment on column ops.audit.client is 'Address that a sign-in, its failure or a sign-out came from.';
comment on column ops.audit.origin is
    'dashboard: written through its role; server: by the worker or on the command line. Null: written before this was kept.';
comment on column ops.audit.carried is
    'The number that the entry had in the warehouse which a backup of another history replaced; null: it was written here.';
create index audit_account on ops.audit (account, audit_id);
grant select on ops.audit to analytics_admin;

create table ops.audit_month (
    month date not null check (extract(day from month) = 1),
    account text not null,
    action text not null,
    entries bigint not null check (entries > 0),
    primary key (month, account, action)
);
comment on table ops.audit_month is
    'grain: a month, an account and an action, of entries of the audit that were swept: how many there were.';

create table ops.audit_seal (
    only_row boolean primary key default true check (only_row),
    last_id bigint not null,
    hash bytea not null,
    entries bigint not null,
    sealed_at timestamptz not null default now()
);
comment on table ops.audit_seal is
    'grain: one row, once entries of the audit were swept: number and hash of the last of them, from which the chain of those that are '
    'kept goes on, and how many were swept in all.';

-- What is null is left out, so that entries from before these columns keep their hash.
create function ops.audit_hash(previous bytea, entry ops.audit) returns bytea
language sql immutable parallel safe
return sha256(previous || convert_to(concat_ws(
    E'\x1f', entry.audit_id::text, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.account,
    coalesce(entry.profile, ''), entry.action, entry.subject, coalesce(entry.publication_id::text, ''),
    'client=' || host(entry.client), 'origin=' || entry.origin, 'carried=' || entry.carried::text), 'UTF8'));
grant execute on function ops.audit_hash(bytea, ops.audit) to analytics_admin, analytics_etl;

-- Numbers the row after the last one and chains it; two writers wait for each other, so that no number is missing. A row that comes
-- with its hash is put back from a backup: it stays what it was, sound or not.
create function ops.chain_audit() returns trigger language plpgsql security definer set search_path = ops, pg_temp as $$
declare
    last ops.audit;
begin
    if new.hash is not null then
        return new;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('ops.audit', 0));
    select * into last from ops.audit order by audit_id desc limit 1;
    new.audit_id := coalesce(last.audit_id, 0) + 1;
    new.hash := ops.audit_hash(coalesce(last.hash, ''::bytea), new);
    return new;
end $$;
create trigger chain_audit before insert on ops.audit for each row execute function ops.chain_audit();

-- What ops.sweep_audit sealed may go; nothing else is changed or taken out.
create function ops.keep_audit() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $keep$
begin
    if tg_op = 'DELETE' and old.audit_id <= (select last_id from ops.audit_seal) then
        return old;
    end if;
    raise exception 'an entry of the audit is never changed or taken out';
end
$keep$;
create trigger keep_audit before update or delete on ops.audit for each row execute function ops.keep_audit();

-- grain: an entry. The login that opened the connection decides what may be said: the dashboard's speaks for accounts that exist and
-- may be used, and of nothing that is done on the server.
create function ops.write_audit(
    in_account text, in_action text, in_subject text default '',
    in_profile text default null, in_publication bigint default null, in_client inet default null)
    returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $write$
declare
    from_server boolean := pg_has_role(session_user, 'analytics_owner', 'member');
begin
    if not from_server then
        if in_action = 'restored' or in_action = 'job_ran' or starts_with(in_action, 'command_') then
            raise exception 'the dashboard does not write down %, which is done on the server', in_action
                using errcode = 'insufficient_privilege';
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
    values (
        clock_timestamp(), in_account, in_profile, in_action, left(regexp_replace(in_subject, '[[:cntrl:]]', ' ', 'g'), 1000),
        in_publication, in_client, case when from_server then 'server' else 'dashboard' end);
end
$write$;
revoke execute on function ops.write_audit(text, text, text, text, bigint, inet) from public;
grant execute on function ops.write_audit(text, text, text, text, bigint, inet) to analytics_etl, analytics_admin;

-- grain: a part of a subject. Only codes: what else a request may hold does not come into the audit.
create function ops.audit_part(name text, value text) returns text
    language sql immutable parallel safe
    return case when value ~ '^[A-Za-z0-9_.-]{1,80}$' then name || ' ' || value end;

-- Rows that a restore puts back were written down when they were made. Only the owner's own login can say so.
create function ops.is_restoring() returns boolean
    language sql stable
    return pg_has_role(session_user, 'analytics_owner', 'member') and current_setting('analytics.restoring', true) is not distinct from 'on';

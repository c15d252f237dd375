-- Second factor and rights of an account, scopes of a token, and the audit: who saw or did what, when.

alter table ops.account
    add column second_factor text,
    add column last_code_hash text,
    add column last_code_at timestamptz;
comment on column ops.account.second_factor is 'secret of the one-time codes (RFC 6238), protected by the web server''s keys; null: none set up.';
comment on column ops.account.last_code_hash is 'SHA-256 of the last accepted one-time code, which is not accepted twice.';

-- grain: an account and one source, region or programme that it is limited to. No row of a kind: no limit of that kind.
create table ops.account_right (
    account_id bigint not null references ops.account,
    kind text not null check (kind in ('source', 'region', 'programme')),
    code text not null check (code ~ '^[A-Za-z0-9_.-]{1,80}$'),
    primary key (account_id, kind, code)
);
comment on table ops.account_right is 'grain: an account and one source, region or programme that it is limited to. No row of a kind: no limit of that kind.';

alter table ops.api_token
    add column scopes text[] not null default '{cells,ledger,measures}'
        check (cardinality(scopes) > 0 and scopes <@ '{cells,ledger,measures}'::text[]);
comment on column ops.api_token.scopes is 'which parts of the HTTP interface it opens: cells (with figures), ledger, measures.';

-- grain: one thing that an account saw or did. Never a figure''s value. Each row carries the hash of the one before it.
create table ops.audit (
    audit_id bigint primary key,
    at timestamptz not null,
    account text not null,
    profile text check (profile in ('ministry', 'donor', 'public')),
    action text not null check (action ~ '^[a-z_]{2,40}$'),
    subject text not null default '' check (length(subject) <= 1000 and strpos(subject, E'\x1f') = 0),
    publication_id bigint,
    hash bytea not null
);
create index audit_account on ops.audit (account, audit_id);
comment on table ops.audit is
    'grain: one thing that an account saw or did. Never a figure''s value. Each row''s hash covers the row and the hash before it, so that a row changed or taken out later is found.';

create function ops.audit_hash(previous bytea, entry ops.audit) returns bytea
language sql immutable parallel safe
return sha256(previous || convert_to(concat_ws(
    E'\x1f', entry.audit_id::text, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.account,
    coalesce(entry.profile, ''), entry.action, entry.subject, coalesce(entry.publication_id::text, '')), 'UTF8'));

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

create function ops.keep_audit() returns trigger language plpgsql as $$
begin
    raise exception 'an entry of the audit is never changed or taken out';
end $$;
create trigger keep_audit before update or delete on ops.audit for each row execute function ops.keep_audit();

-- grain: the audit as a whole. broken_at: the first entry that is not what was written, or follows one that was taken out.
create view ops.audit_state as
select count(*) as entries, max(audit_id) as last_id, min(audit_id) filter (where not holds) as broken_at,
       encode((select hash from ops.audit order by audit_id desc limit 1), 'hex') as head
from (
    select audit_id,
           hash = ops.audit_hash(coalesce(lag(hash) over chain, ''::bytea), audit) and audit_id = coalesce(lag(audit_id) over chain, 0) + 1 as holds
    from ops.audit
    window chain as (order by audit_id)
) as entry;
comment on view ops.audit_state is 'grain: the audit as a whole. broken_at: the first entry that is not what was written, or follows one that was taken out.';

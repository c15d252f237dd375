-- Accounts: who may sign in, with what, what each is limited to, and what each keeps.
-- reads: nothing. writes: ops.account, ops.account_right, ops.role_need, ops.recovery_code, ops.session, ops.api_token, ops.saved_view,
-- ops.data_protection_key.

-- A wrong password is answered more slowly and never locks an account; wrong codes, which need the password, lock its codes. A code
-- belongs to one step of time; the steps that follow are the only ones still to be accepted.
create table ops.account (
    account_id bigint generated always as identity primary key,
    name text not null unique check (name ~ '^[a-z][a-z0-9._-]{1,62}$'),
    role text not null check (role in ('administrator', 'coordinator', 'donor', 'policy')),
    password_hash text not null,
    must_change_password boolean not null default true,
    language text check (language in ('en', 'ru', 'ky')),
    failed_codes integer not null default 0,
    codes_locked_until timestamptz,
    security_stamp uuid not null default gen_random_uuid(),
    disabled boolean not null default false,
    created_at timestamptz not null default now(),
    last_sign_in_at timestamptz,
    second_factor text,
    start_address text check (start_address ~ '^/([^/\\]|$)' and length(start_address) <= 2000),
    last_code_step bigint
);
comment on table ops.account is 'grain: a person who may sign in.';
comment on column ops.account.failed_codes is 'wrong one-time codes in a row, given after the right password.';
comment on column ops.account.second_factor is
    'secret of the one-time codes (RFC 6238), protected by the web server''s keys; null: none set up.';
comment on column ops.account.start_address is
    'the page after sign-in, as an address of this site without its language; null: as the role has it.';
comment on column ops.account.last_code_step is
    'the step of time (RFC 6238: seconds since 1970, over 30) of the last accepted one-time code; a code of it or of an earlier one is '
    'not accepted.';
grant select, insert, update on ops.account to analytics_admin;

create table ops.account_right (
    account_id bigint not null references ops.account,
    kind text not null check (kind in ('source', 'region', 'programme')),
    code text not null check (code ~ '^[A-Za-z0-9_.-]{1,80}$'),
    primary key (account_id, kind, code)
);
comment on table ops.account_right is
    'grain: an account and one source, region or programme that it is limited to. No row of a kind: no limit of that kind.';
grant select, insert, delete on ops.account_right to analytics_admin;

create table ops.role_need (
    role text primary key check (role in ('administrator', 'coordinator', 'donor', 'policy')),
    needs_second_factor boolean not null default false
);
comment on table ops.role_need is 'grain: a role. needs_second_factor: whoever has it sets up one-time codes before anything else.';
grant select, update on ops.role_need to analytics_admin;
insert into ops.role_need (role) values ('administrator'), ('coordinator'), ('donor'), ('policy');

create table ops.recovery_code (
    account_id bigint not null references ops.account,
    code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
    used_at timestamptz,
    primary key (account_id, code_hash)
);
comment on table ops.recovery_code is 'grain: an account and one code that stands in for its phone, once. Of the code only a hash is kept.';
grant select, insert, update, delete on ops.recovery_code to analytics_admin;

-- Without its row a cookie opens nothing, and neither does a page that stands open.
create table ops.session (
    session_id uuid primary key default gen_random_uuid(),
    account_id bigint not null references ops.account,
    security_stamp uuid not null,
    started_at timestamptz not null,
    last_used_at timestamptz not null,
    ended_at timestamptz
);
comment on table ops.session is
    'grain: a session in a browser. It holds while it is not ended, its stamp is the account''s, and it is neither too old nor too '
    'long unused.';
create index session_account on ops.session (account_id);
grant select, insert, update, delete on ops.session to analytics_admin;

-- Whoever keeps pages open hears at once that an account changed or a session ended: 'account 7', 'session 0b1c…'.
create function ops.tell_account() returns trigger language plpgsql as $$
begin
    perform pg_notify('analytics_session', 'account ' || new.account_id);
    return null;
end $$;
create trigger tell_account after update on ops.account for each row
    when (old.security_stamp is distinct from new.security_stamp or old.disabled is distinct from new.disabled)
    execute function ops.tell_account();

create function ops.tell_session() returns trigger language plpgsql as $$
begin
    perform pg_notify('analytics_session', 'session ' || new.session_id);
    return null;
end $$;
create trigger tell_session after update on ops.session for each row
    when (old.ended_at is null and new.ended_at is not null)
    execute function ops.tell_session();

create table ops.api_token (
    token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
    account_id bigint not null references ops.account,
    label text not null default '',
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    scopes text[] not null default '{cells,ledger,measures}'
        check (cardinality(scopes) > 0 and scopes <@ '{cells,ledger,measures}'::text[])
);
comment on table ops.api_token is 'grain: a token for the HTTP interface; the token itself is never stored.';
comment on column ops.api_token.scopes is 'which parts of the HTTP interface it opens: cells (with figures), ledger, measures.';
grant select, insert, update on ops.api_token to analytics_admin;

create table ops.saved_view (
    saved_view_id bigint generated always as identity primary key,
    account_id bigint not null references ops.account,
    name text not null check (length(name) between 1 and 80),
    address text not null check (address ~ '^/([^/\\]|$)' and length(address) <= 2000),
    created_at timestamptz not null default now(),
    removed_at timestamptz
);
comment on table ops.saved_view is
    'grain: an account and one view that it keeps: an address of this site without its language. removed_at: taken away, and forgotten '
    'a day later.';
create unique index saved_view_name on ops.saved_view (account_id, name) where removed_at is null;
grant select, insert, update, delete on ops.saved_view to analytics_admin;

create table ops.data_protection_key (
    friendly_name text primary key,
    xml text not null,
    created_at timestamptz not null default now()
);
comment on table ops.data_protection_key is 'grain: a key of the web server''s data protection (cookies, antiforgery).';
grant select, insert on ops.data_protection_key to analytics_admin;

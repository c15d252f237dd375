-- Sessions that end from outside, one-time codes that are accepted once, recovery codes, and roles that need a second factor.

-- grain: a session in a browser. Without its row a cookie opens nothing, and neither does a page that stands open.
create table ops.session (
    session_id uuid primary key default gen_random_uuid(),
    account_id bigint not null references ops.account,
    security_stamp uuid not null,
    started_at timestamptz not null,
    last_used_at timestamptz not null,
    ended_at timestamptz
);
comment on table ops.session is
    'grain: a session in a browser. It holds while it is not ended, its stamp is the account''s, and it is neither too old nor too long unused.';
create index session_account on ops.session (account_id);

-- A code belongs to one step of time; the steps that follow are the only ones still to be accepted.
alter table ops.account add column last_code_step bigint;
update ops.account set last_code_step = floor(extract(epoch from last_code_at) / 30)::bigint + 1 where last_code_at is not null;
alter table ops.account drop column last_code_hash, drop column last_code_at;
comment on column ops.account.last_code_step is
    'the step of time (RFC 6238: seconds since 1970, over 30) of the last accepted one-time code; a code of it or of an earlier one is not accepted.';

-- A wrong password is answered more slowly and never locks an account; wrong codes, which need the password, lock its codes.
alter table ops.account rename column failed_sign_ins to failed_codes;
alter table ops.account rename column locked_until to codes_locked_until;
update ops.account set failed_codes = 0, codes_locked_until = null;
comment on column ops.account.failed_codes is 'wrong one-time codes in a row, given after the right password.';

-- grain: an account and one code that stands in for its phone. Of the code only a hash is kept.
create table ops.recovery_code (
    account_id bigint not null references ops.account,
    code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
    used_at timestamptz,
    primary key (account_id, code_hash)
);
comment on table ops.recovery_code is 'grain: an account and one code that stands in for its phone, once. Of the code only a hash is kept.';

-- grain: a role.
create table ops.role_need (
    role text primary key check (role in ('administrator', 'coordinator', 'donor', 'policy')),
    needs_second_factor boolean not null default false
);
comment on table ops.role_need is 'grain: a role. needs_second_factor: whoever has it sets up one-time codes before anything else.';
insert into ops.role_need (role) values ('administrator'), ('coordinator'), ('donor'), ('policy');

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

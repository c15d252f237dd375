-- Views that a reader keeps: an address of this site, without its language, under a name; and the page a reader starts on.

-- grain: an account and one view that it keeps. A view that was removed stays for a day, so that it can be put back.
create table ops.saved_view (
    saved_view_id bigint generated always as identity primary key,
    account_id bigint not null references ops.account,
    name text not null check (length(name) between 1 and 80),
    address text not null check (address ~ '^/([^/\\]|$)' and length(address) <= 2000),
    created_at timestamptz not null default now(),
    removed_at timestamptz
);
comment on table ops.saved_view is 'grain: an account and one view that it keeps: an address of this site without its language. removed_at: taken away, and forgotten a day later.';
create unique index saved_view_name on ops.saved_view (account_id, name) where removed_at is null;

alter table ops.account
    add column start_address text check (start_address ~ '^/([^/\\]|$)' and length(start_address) <= 2000);
comment on column ops.account.start_address is 'the page after sign-in, as an address of this site without its language; null: as the role has it.';

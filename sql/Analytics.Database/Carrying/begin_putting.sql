-- Where the rows of a part stand while they are put, and which accounts came with this file. What the rows tell was written down when they
-- were made, so that putting them writes no entry of the audit.
-- grain: a row of the part; an account. reads: nothing. writes: carried, carried_account (temporary).
set local role analytics_owner;
set local timezone = 'UTC';
set local analytics.restoring = 'on';
create temporary table carried (place bigint primary key, row jsonb not null) on commit drop;
create temporary table carried_account (account_id bigint primary key, name text not null) on commit drop;

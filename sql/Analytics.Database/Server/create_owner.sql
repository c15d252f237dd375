-- create_owner: the one login role and the one database of an embedded server, run once in single-user mode (a line is a statement).
create role analytics login createrole createdb;
alter role analytics set createrole_self_grant = 'set, inherit';
create database warehouse owner analytics;

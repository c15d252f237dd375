-- Makes or renews one login role of this database. grain: a role. reads: pg_roles. writes: roles, grants.
-- A password cannot be a parameter of "alter role", so it travels as a setting of this session and is quoted by format().
select set_config('analytics.login_group', @login_group, false),
       set_config('analytics.login_suffix', @suffix, false),
       set_config('analytics.login_password', @password, false);
do $$
declare
    login_group text := current_setting('analytics.login_group');
    login_name text := left(current_database(), 40) || current_setting('analytics.login_suffix');
begin
    if not exists (select from pg_roles where rolname = login_name) then
        execute format('create role %I login', login_name);
    end if;
    execute format('alter role %I login inherit connection limit 40 password %L', login_name, current_setting('analytics.login_password'));
    execute format('grant %I to %I', login_group, login_name);
    execute format('grant connect on database %I to %I', current_database(), login_name);
    execute format('alter role %I set default_transaction_read_only = %L', login_name, case login_group when 'analytics_admin' then 'off' else 'on' end);
    execute format('alter role %I set statement_timeout = %L', login_name, '30s');
end
$$;
select set_config('analytics.login_password', '', false);

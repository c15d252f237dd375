-- Group roles: they cannot log in, are shared by all databases of a server, and are granted their rights per database in
-- repeatable/grants.sql. Login roles are made per database and get a new password at every start. Runs at every start.
-- reads: pg_roles. writes: roles.
do $$
declare
    role_name text;
begin
    foreach role_name in array array[
        'analytics_owner', 'analytics_etl', 'analytics_admin',
        'analytics_ministry', 'analytics_donor', 'analytics_public']
    loop
        begin
            if not exists (select from pg_roles where rolname = role_name) then
                execute format('create role %I nologin noinherit', role_name);
            end if;
        exception
            -- Another database of this server made it at the same moment.
            when duplicate_object or unique_violation then null;
        end;
    end loop;

    foreach role_name in array array['analytics_owner', 'analytics_etl']
    loop
        -- Since PostgreSQL 16 a role's maker may manage it, but becomes it only by a further grant.
        if not pg_has_role(current_user, role_name, case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) then
            execute format('grant %I to %I', role_name, current_user);
        end if;
    end loop;

    -- Where the server keeps its counts from readers, those who own the tables and work on them still have them.
    for role_name in
        select format('grant execute on function %s to analytics_owner, analytics_etl', named.oid::regprocedure)
        from pg_proc as named
        where named.pronamespace = 'pg_catalog'::regnamespace
          and named.proname ~ '^(pg_stat_get_|pg_(relation|table|indexes|total_relation)_size$)'
          and has_function_privilege(named.oid, 'execute with grant option')
          and not has_function_privilege('analytics_etl', named.oid, 'execute')
    loop
        execute role_name;
    end loop;
    if has_table_privilege('pg_catalog.pg_class', 'select with grant option') and not has_column_privilege('analytics_etl', 'pg_catalog.pg_class', 'reltuples', 'select') then
        grant select on pg_catalog.pg_class to analytics_owner, analytics_etl;
    end if;

    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect, create, temporary on database %I to analytics_owner', current_database());
    execute format('grant connect, temporary on database %I to analytics_etl', current_database());
end
$$;

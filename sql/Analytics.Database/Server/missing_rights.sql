-- missing_rights: the first right that migrations need and this role lacks; null when it has them all.
-- grain: one value. reads: pg_roles, privileges. writes: nothing.
select case
    when not (me.rolsuper or me.rolcreaterole) then 'create roles (alter role … createrole)'
    when not has_database_privilege(current_database(), 'create') then 'create schemas in this database (grant create on database …)'
    when current_setting('server_version_num')::int >= 160000 and exists (
        select from pg_roles as shared
        where shared.rolname in ('analytics_owner', 'analytics_etl', 'analytics_admin', 'analytics_ministry', 'analytics_donor', 'analytics_public')
            and not pg_has_role(shared.oid, 'member with admin option'))
        then 'manage the roles analytics_…, which another role of this server made (grant … to … with admin option)'
    when exists (
        select from pg_namespace as schema
        where schema.nspname in ('raw', 'core', 'mart', 'pub', 'ops', 'quartz')
            and not pg_has_role(schema.nspowner, 'member'))
        then 'change the schemas raw, core, mart, pub, ops and quartz, which another role owns'
end
from pg_roles as me
where me.rolname = current_user;

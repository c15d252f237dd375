-- missing_rights: the first right that migrations need and this role lacks; null when it has them all.
-- grain: one value. reads: pg_roles, privileges. writes: nothing.
select case
    when not (me.rolsuper or me.rolcreaterole) then 'create roles (alter role … createrole)'
    when not has_database_privilege(current_database(), 'create') then 'create schemas in this database (grant create on database …)'
    when exists (
        select from pg_namespace as schema
        where schema.nspname in ('raw', 'core', 'mart', 'pub', 'ops', 'quartz')
            and not pg_has_role(schema.nspowner, 'member'))
        then 'change the schemas raw, core, mart, pub, ops and quartz, which another role owns'
end
from pg_roles as me
where me.rolname = current_user;

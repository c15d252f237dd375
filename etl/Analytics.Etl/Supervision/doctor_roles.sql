-- grain: a role that must be there and is not. reads: pg_roles. writes: nothing.
select wanted.name
from unnest(array['analytics_owner', 'analytics_etl', 'analytics_admin', 'analytics_ministry', 'analytics_donor', 'analytics_public']) as wanted (name)
where not exists (select from pg_roles where rolname = wanted.name)
order by wanted.name;

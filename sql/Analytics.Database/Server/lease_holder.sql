-- lease_holder: the session that serves this database.
-- grain: one row at most. reads: pg_locks, pg_stat_activity. writes: nothing.
select activity.application_name, activity.backend_start
from pg_locks as held
join pg_stat_activity as activity using (pid)
where held.locktype = 'advisory'
    and held.granted
    and held.database = (select oid from pg_database where datname = current_database())
    and held.classid = @LockClass
    and held.objid = @LockNumber;

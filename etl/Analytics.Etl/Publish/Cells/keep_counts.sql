-- Keeps the counts that this publication changed: ends the versions that no longer stand and starts those that do.
-- grain: a version of a protected cell and profile. reads: pg_temp.built_count. writes: ops.protected_count.
analyze pg_temp.built_count;
update ops.protected_count as version
set published_to = @publication
where version.published_to is null and not exists (
    select from pg_temp.built_count as built
    where (built.profile, built.measure, built.members) = (version.profile, version.measure, version.members)
      and (built.count, built.contributors, built.largest, built.second, built.withheld)
        = (version.count, version.contributors, version.largest, version.second, version.withheld));
insert into ops.protected_count (published_from, profile, measure, members, count, contributors, largest, second, withheld)
select @publication, profile, measure, members, count, contributors, largest, second, withheld
from pg_temp.built_count as built
where not exists (
    select from ops.protected_count as version
    where version.published_to is null and (built.profile, built.measure, built.members) = (version.profile, version.measure, version.members));
drop table pg_temp.built_count;

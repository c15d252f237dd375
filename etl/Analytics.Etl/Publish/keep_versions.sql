-- Keeps what this publication changed: ends the versions that no longer stand and starts those that do.
-- grain: a version of a published cell. reads: pg_temp.built_cell. writes: pub.cell_version.
analyze pg_temp.built_cell;
update pub.cell_version as version
set published_to = @publication
where version.published_to is null and not exists (
    select from pg_temp.built_cell as cell
    where (cell.profile, cell.measure, cell.cut, cell.period_kind, cell.period, cell.members)
        = (version.profile, version.measure, version.cut, version.period_kind, version.period, version.members)
      -- All time grows with the first and the last day that is reported on, while what is shown of it may stay.
      and (cell.period_start, cell.period_end) = (version.period_start, version.period_end)
      and (cell.value, cell.lower, cell.upper, cell.status, cell.provisional)
          is not distinct from (version.value, version.lower, version.upper, version.status, version.provisional));

insert into pub.cell_version (
    published_from, profile, measure, cut, period_kind, period, period_start, period_end, members, value, lower, upper, status, provisional)
select @publication, profile, measure, cut, period_kind, period, period_start, period_end, members, value, lower, upper, status, provisional
from pg_temp.built_cell as cell
where not exists (
    select from pub.cell_version as version
    where version.published_to is null
      and (cell.profile, cell.measure, cell.cut, cell.period_kind, cell.period, cell.members)
        = (version.profile, version.measure, version.cut, version.period_kind, version.period, version.members));
drop table pg_temp.built_cell;

-- The cells of the current publication are the versions that still stand: they are kept once, and a publication writes what it changed.
-- reads: pub.cell. writes: pub.cell_version.
update pub.cell_version as version
set published_to = current.publication_id
from pub.publication as current
where current.current and version.published_to is null and not exists (
    select from pub.cell as cell
    where (cell.profile, cell.measure, cell.cut, cell.period_kind, cell.period, cell.members)
        = (version.profile, version.measure, version.cut, version.period_kind, version.period, version.members))
  and version.published_from < current.publication_id;
drop table pub.cell;
alter table pub.cell_version
    add constraint cell_version_zero_is_zero check (status <> 'zero' or value = 0),
    add constraint cell_version_total_has_no_members check ((cut = '') = (members = '{}')),
    add constraint cell_version_district_has_its_region check (not members ? 'district' or members ? 'region'),
    add constraint cell_version_kind_is_known check (period_kind in ('month', 'quarter', 'year', 'span', 'all')),
    alter column members set not null,
    alter column provisional set default false,
    add check (jsonb_typeof(members) = 'object');
comment on table pub.cell_version is 'grain: a published cell for one audience profile as it stood from publication published_from up to, not including, published_to (null: it still stands). status zero: a known zero; withheld: protects people; not_reported: nobody reported that period.';
comment on column pub.cell_version.cut is 'The dimensions that the cell is cut by, sorted, with commas; empty for the total.';
comment on column pub.cell_version.members is 'Code of the member by dimension, e.g. {"region": "41711000000000", "sex": "female"}. district: of the region beside it, unknown where the source names the region alone.';
create view pub.cell with (security_invoker = true) as
select published_from as publication_id, profile, measure, cut, period_kind, period, period_start, period_end, members, value, lower, upper, status, provisional
from pub.cell_version
where published_to is null;
comment on view pub.cell is 'grain: a published cell for one audience profile, as it stands now; publication_id is the publication that gave it.';

-- A published cell holds its members in one column, so that a dimension is not spelled in every list of columns; and what the engine
-- remembers of earlier publications is keyed by the names of dimensions and belongs to ops. Made anew by the next publication.
-- reads: nothing. writes: pub.cell, pub.cell_version, pub.revision, pub.cut, ops.cell_lineage, ops.protected_count.
drop view pub.revision;
drop table pub.cell, pub.cell_version, pub.cut, ops.cell_lineage, mart.protected_count;

-- grain: a cell and profile of the current publication.
create table pub.cell (
    publication_id bigint not null references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    cut text not null,
    period_kind text not null check (period_kind in ('month', 'quarter', 'year', 'span', 'all')),
    period text not null,
    period_start date not null,
    period_end date not null,
    members jsonb not null check (jsonb_typeof(members) = 'object'),
    value numeric,
    lower numeric,
    upper numeric,
    status text not null check (status in ('ok', 'zero', 'withheld', 'not_reported')),
    provisional boolean not null default false,
    primary key (profile, measure, cut, period_kind, period, members),
    constraint cell_value_only_when_known check ((status in ('ok', 'zero')) = (value is not null)),
    constraint cell_zero_is_zero check (status <> 'zero' or value = 0),
    constraint cell_total_has_no_members check ((cut = '') = (members = '{}')),
    constraint cell_district_has_its_region check (not members ? 'district' or members ? 'region')
);
comment on table pub.cell is 'grain: a published cell for one audience profile. status zero: a known zero; withheld: protects people; not_reported: nobody reported that period.';
comment on column pub.cell.cut is 'The dimensions that the cell is cut by, sorted, with commas; empty for the total.';
comment on column pub.cell.members is 'Code of the member by dimension, e.g. {"region": "41711000000000", "sex": "female"}. district: of the region beside it, unknown where the source names the region alone.';
alter table pub.cell enable row level security;
create policy ministry_reads_its_cells on pub.cell for select to analytics_ministry using (profile = 'ministry');
create policy donor_reads_its_cells on pub.cell for select to analytics_donor using (profile = 'donor');
create policy public_reads_its_cells on pub.cell for select to analytics_public using (profile = 'public');
create policy etl_writes_cells on pub.cell for all to analytics_etl using (true) with check (true);

-- grain: a version of a cell of one audience profile. Only a cell that changed takes space.
create table pub.cell_version (
    published_from bigint not null references pub.publication,
    published_to bigint references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    cut text not null,
    period_kind text not null,
    period text not null,
    period_start date not null,
    period_end date not null,
    members jsonb not null,
    value numeric,
    lower numeric,
    upper numeric,
    status text not null check (status in ('ok', 'zero', 'withheld', 'not_reported')),
    provisional boolean not null,
    primary key (profile, measure, cut, period_kind, period, members, published_from),
    check (published_from < published_to),
    constraint cell_version_value_only_when_known check ((status in ('ok', 'zero')) = (value is not null))
);
comment on table pub.cell_version is 'grain: a published cell for one audience profile as it stood from publication published_from up to, not including, published_to (null: it still stands).';
create unique index cell_version_standing on pub.cell_version (profile, measure, cut, period_kind, period, members) where published_to is null;
create index cell_version_from on pub.cell_version (published_from);
alter table pub.cell_version enable row level security;
create policy ministry_reads_its_versions on pub.cell_version for select to analytics_ministry using (profile = 'ministry');
create policy donor_reads_its_versions on pub.cell_version for select to analytics_donor using (profile = 'donor');
create policy public_reads_its_versions on pub.cell_version for select to analytics_public using (profile = 'public');
create policy etl_writes_versions on pub.cell_version for all to analytics_etl using (true) with check (true);

-- grain: a change of a published cell after its period was signed off.
create view pub.revision with (security_invoker = true) as
select version.*, publication.published_at
from (
    select published_from as publication_id, profile, measure, cut, period_kind, period, period_start, period_end, members,
           lag(value) over cell as old_value, lag(status) over cell as old_status,
           value as new_value, status as new_status, provisional,
           bool_or(not provisional and status <> 'not_reported') over (cell rows between unbounded preceding and 1 preceding) as was_final
    from pub.cell_version
    window cell as (partition by profile, measure, cut, period_kind, period, members order by published_from)
) as version
join pub.publication as publication using (publication_id)
where was_final and (old_status, old_value) is distinct from (new_status, new_value);
comment on view pub.revision is 'grain: a cell and the publication that changed it after it had been published as final. Old and new are as the profile saw them: a withheld value is never told, on either side.';

-- grain: a combination of dimensions that a measure is published by to a profile, at a kind of period.
create table pub.cut (
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    period_kind text not null,
    dimensions text[] not null,
    primary key (profile, measure, period_kind, dimensions)
);
comment on table pub.cut is 'grain: a combination of dimensions that a measure is published by to a profile, at a kind of period.';
alter table pub.cut enable row level security;
create policy ministry_reads_its_cuts on pub.cut for select to analytics_ministry using (profile = 'ministry');
create policy donor_reads_its_cuts on pub.cut for select to analytics_donor using (profile = 'donor');
create policy public_reads_its_cuts on pub.cut for select to analytics_public using (profile = 'public');
create policy etl_writes_cuts on pub.cut for all to analytics_etl using (true) with check (true);

-- grain: a count cell of the current publication that the ministry's profile may see and that is not zero.
create table ops.cell_lineage (
    measure text not null,
    period text not null,
    members jsonb not null,
    batches bigint[] not null check (cardinality(batches) > 0),
    primary key (measure, period, members)
);
comment on table ops.cell_lineage is 'grain: a published count cell. batches: those with a row that counts in it, never how many rows. A withheld cell has no entry, since the number of its files would bound its count.';
create index cell_lineage_batches on ops.cell_lineage using gin (batches);

-- grain: a version of a true count behind a protected cell, as it was when a publication protected it.
create table ops.protected_count (
    published_from bigint not null references pub.publication,
    published_to bigint references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    members jsonb not null,
    count bigint not null,
    contributors integer not null,
    largest bigint not null,
    second bigint not null,
    withheld boolean not null,
    primary key (profile, measure, members, published_from),
    check (published_from < published_to)
);
comment on table ops.protected_count is 'grain: a cell of a protected table (named by the measure that decides its pattern) and profile, from publication published_from up to, not including, published_to. members: code by the name of the dimension, the period among them; a dimension that the cell is not cut by is left out. Read by the publish stage alone, to attack what readers can put together from several publications.';

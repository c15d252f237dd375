-- What is published, by publication and profile: the only schema that readers see. Each profile reads its own rows.
-- reads: nothing. writes: pub.*
create table pub.publication (
    publication_id bigint generated always as identity primary key,
    published_at timestamptz not null,
    data_as_of timestamptz,
    synthetic boolean not null,
    current boolean not null
);
comment on table pub.publication is
    'grain: a publication. data_as_of: when the newest batch behind it came; null when nothing was loaded. synthetic: demonstration '
    'data is present.';
create unique index publication_one_current on pub.publication (current) where current;

-- A cell is kept once with its versions: a publication writes what it changed. Its members are in one column, so that no list of columns
-- spells the dimensions.
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
    members jsonb not null check (jsonb_typeof(members) = 'object'),
    value numeric,
    lower numeric,
    upper numeric,
    status text not null check (status in ('ok', 'zero', 'withheld', 'not_reported')),
    provisional boolean not null default false,
    primary key (profile, measure, cut, period_kind, period, members, published_from),
    check (published_from < published_to),
    constraint cell_version_district_has_its_region check (not members ? 'district' or members ? 'region'),
    constraint cell_version_kind_is_known check (period_kind in ('month', 'quarter', 'year', 'span', 'all')),
    constraint cell_version_total_has_no_members check ((cut = '') = (members = '{}')),
    constraint cell_version_value_only_when_known check ((status in ('ok', 'zero')) = (value is not null)),
    constraint cell_version_zero_is_zero check (status <> 'zero' or value = 0)
);
comment on table pub.cell_version is
    'grain: a published cell for one audience profile as it stood from publication published_from up to, not including, published_to '
    '(null: it still stands). status zero: a known zero; withheld: protects people; not_reported: nobody reported that period.';
comment on column pub.cell_version.cut is 'The dimensions that the cell is cut by, sorted, with commas; empty for the total.';
comment on column pub.cell_version.members is
    'Code of the member by dimension, e.g. {"region": "41711000000000", "sex": "female"}. district: of the region beside it, unknown '
    'where the source names the region alone.';
create unique index cell_version_standing on pub.cell_version (profile, measure, cut, period_kind, period, members)
    where published_to is null;
create index cell_version_from on pub.cell_version (published_from);
alter table pub.cell_version enable row level security;
create policy ministry_reads_its_versions on pub.cell_version for select to analytics_ministry using (profile = 'ministry');
create policy donor_reads_its_versions on pub.cell_version for select to analytics_donor using (profile = 'donor');
create policy public_reads_its_versions on pub.cell_version for select to analytics_public using (profile = 'public');
create policy etl_writes_versions on pub.cell_version for all to analytics_etl using (true) with check (true);

create view pub.cell with (security_invoker = true) as
select published_from as publication_id, profile, measure, cut, period_kind, period, period_start, period_end, members,
       value, lower, upper, status, provisional
from pub.cell_version
where published_to is null;
comment on view pub.cell is
    'grain: a published cell for one audience profile, as it stands now; publication_id is the publication that gave it.';

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
comment on view pub.revision is
    'grain: a cell and the publication that changed it after it had been published as final. Old and new are as the profile saw them: '
    'a withheld value is never told, on either side.';

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

create table pub.estimate (
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    period text not null,
    period_kind text not null,
    content jsonb not null,
    primary key (profile, period)
);
comment on table pub.estimate is
    'grain: a profile and period. content: Analytics.Domain.Estimation.EstimateSummary as JSON, already protected and rounded.';
alter table pub.estimate enable row level security;
create policy ministry_reads_its_estimates on pub.estimate for select to analytics_ministry using (profile = 'ministry');
create policy donor_reads_its_estimates on pub.estimate for select to analytics_donor using (profile = 'donor');
create policy public_reads_its_estimates on pub.estimate for select to analytics_public using (profile = 'public');
create policy etl_writes_estimates on pub.estimate for all to analytics_etl using (true) with check (true);

create table pub.evaluation (
    publication_id bigint not null references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    subject_kind text not null check (subject_kind in ('programme', 'event')),
    subject text not null,
    measure text not null,
    frequency text not null check (frequency in ('month', 'quarter')),
    happened_on date not null,
    outcome text not null check (outcome in ('improved', 'worsened', 'no_change', 'cannot_be_told')),
    body jsonb not null,
    primary key (profile, subject_kind, subject, measure)
);
comment on table pub.evaluation is
    'grain: a profile, programme or event, and measure. Computed at publication from the cells that the profile may see and from '
    'nothing else, so that it cannot tell more than they do. body: series, effect, trend before, placebo dates, comparison, reasons, '
    'method.';
alter table pub.evaluation enable row level security;
create policy ministry_reads_its_evaluations on pub.evaluation for select to analytics_ministry using (profile = 'ministry');
create policy donor_reads_its_evaluations on pub.evaluation for select to analytics_donor using (profile = 'donor');
create policy public_reads_its_evaluations on pub.evaluation for select to analytics_public using (profile = 'public');
create policy etl_writes_evaluations on pub.evaluation for all to analytics_etl using (true) with check (true);

-- Names of what cells are cut by. Organisations are named to the coordinating body alone.
create table pub.member (
    dimension text not null,
    code text not null,
    parent text,
    sort integer not null,
    name_en text not null,
    name_ru text not null,
    name_ky text not null,
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    breaks date[] not null default '{}',
    primary key (dimension, code, valid_from),
    check (valid_from < valid_to)
);
comment on table pub.member is
    'grain: a member of a dimension from valid_from up to, not including, valid_to, with the names it had then. For region: code is '
    'SOATE; for organisation: the body''s first code, the name is the code of that time.';
comment on column pub.member.breaks is 'Days on which the code came to mean another territory: a series does not compare across them.';
alter table pub.member enable row level security;
create policy ministry_reads_members on pub.member for select to analytics_ministry using (true);
create policy others_read_members on pub.member for select to analytics_donor, analytics_public using (dimension <> 'organisation');
create policy etl_writes_members on pub.member for all to analytics_etl using (true) with check (true);

create table pub.population (
    region text not null,
    year smallint not null,
    population bigint not null,
    interpolated boolean not null,
    estimate_source text not null,
    primary key (region, year)
);
comment on table pub.population is
    'grain: a region (SOATE) and year. interpolated: between or beyond the years the source gives. The series is re-based in 2022: do '
    'not join across it.';

create table pub.source_status (
    source_id text primary key,
    feed text not null,
    synthetic boolean not null,
    last_loaded_at timestamptz,
    covers_from date,
    covers_to date,
    expected_every_days integer not null
);
comment on table pub.source_status is 'grain: a source; how fresh it is and what time its feed covers.';

create function pub.sees_source(source text) returns boolean
    language sql stable
    return coalesce(
        current_setting('analytics.sources', true) = '*' or source = any (string_to_array(current_setting('analytics.sources', true), ',')),
        false);
-- Official acts of reporting, shown by name to the coordinating body alone.
create table pub.report_status (
    feed text not null,
    organisation text not null,
    month date not null,
    status text not null check (status in ('on_time', 'late', 'received', 'missing', 'not_due')),
    nil boolean not null,
    due_on date not null,
    received_on date,
    source_id text not null default '',
    primary key (feed, organisation, month)
);
comment on table pub.report_status is
    'grain: a feed, organisation and month. received: it came, and when it first came is not known. nil: it came and says zero.';
comment on column pub.report_status.source_id is 'The source that the report was declared with.';
alter table pub.report_status enable row level security;
create policy etl_writes_reports on pub.report_status for all to analytics_etl using (true) with check (true);
create policy ministry_reads_reports on pub.report_status for select to analytics_ministry using (pub.sees_source(source_id));

create table pub.crime_triangle (
    month date not null,
    known_on date not null,
    crimes bigint not null,
    primary key (month, known_on)
);
comment on table pub.crime_triangle is
    'grain: a month and a day (Asia/Bishkek): crimes registered in the month, as known at the end of the day. Official acts: open to '
    'every profile.';

create table pub.event (
    event text primary key,
    starts_on date not null,
    ends_on date,
    kind text not null,
    title_en text not null,
    title_ru text not null,
    title_ky text not null,
    figure_source text not null
);
comment on table pub.event is 'grain: a policy event, drawn on time axes; a series_break cuts lines.';

create table pub.figure_source (
    figure_source text primary key,
    title text not null,
    publisher text not null,
    published text not null
);
comment on table pub.figure_source is 'grain: a publication that printed figures of the ledger.';

create table pub.figure_indicator (
    indicator text primary key,
    measure text,
    name_en text not null,
    name_ru text not null,
    name_ky text not null
);
comment on table pub.figure_indicator is 'grain: an indicator of the ledger.';

create table pub.figure (
    figure text primary key,
    period_start date not null,
    period_end date not null,
    period_kind text not null,
    indicator text not null,
    breakdown text not null,
    value numeric,
    value_text text,
    unit text not null,
    figure_source text not null,
    note_en text,
    note_ru text,
    note_ky text,
    constraint figure_note_in_three_languages check (num_nulls(note_en, note_ru, note_ky) in (0, 3))
);
comment on table pub.figure is 'grain: a published figure of the ledger, as printed by its source.';

create table pub.figure_rival (
    figure text not null,
    rival text not null,
    why_en text not null,
    why_ru text not null,
    why_ky text not null,
    primary key (figure, rival)
);
comment on table pub.figure_rival is 'grain: two printed figures that contradict each other, and why.';

create table pub.donor (
    donor text primary key,
    account text,
    name_en text not null,
    name_ru text not null,
    name_ky text not null
);
comment on table pub.donor is 'grain: a donor.';

create table pub.programme (
    programme text primary key,
    starts_on date not null,
    ends_on date,
    regions text[] not null,
    name_en text not null,
    name_ru text not null,
    name_ky text not null
);
comment on table pub.programme is 'grain: a declared programme.';

create table pub.programme_donor (
    programme text not null references pub.programme,
    donor text not null references pub.donor,
    valid_from date not null,
    valid_to date not null,
    share numeric not null,
    primary key (programme, donor, valid_from)
);
comment on table pub.programme_donor is 'grain: a donor''s share of a programme while it does not change.';

create table pub.programme_grant (
    programme text not null references pub.programme,
    donor text not null references pub.donor,
    starts_on date not null,
    ends_on date not null,
    amount numeric not null,
    currency text not null,
    primary key (programme, donor, starts_on)
);
comment on table pub.programme_grant is 'grain: a donor''s grant to a programme.';

create table pub.target (
    programme text not null references pub.programme,
    measure text not null,
    period text not null,
    entered_on date not null,
    target numeric not null,
    primary key (programme, measure, period, entered_on)
);
comment on table pub.target is 'grain: a target as it was entered on one day; the latest of a programme, measure and period holds.';

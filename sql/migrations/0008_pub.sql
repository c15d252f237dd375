-- pub: what readers see. Written by the publish stage in one transaction, already protected per profile.
-- reads: nothing. writes: pub.*

-- grain: one publication; readers see the newest, older rows tell when figures changed.
create table pub.publication (
    publication_id bigint generated always as identity primary key,
    published_at timestamptz not null,
    data_as_of timestamptz,
    synthetic boolean not null,
    current boolean not null
);
create unique index publication_one_current on pub.publication (current) where current;
comment on table pub.publication is 'grain: a publication. data_as_of: when the newest batch behind it came; null when nothing was loaded. synthetic: demonstration data is present.';

-- grain: a cell and profile of the current publication.
create table pub.cell (
    publication_id bigint not null references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    period_kind text not null check (period_kind in ('month', 'quarter', 'year', 'span', 'all')),
    period text not null,
    period_start date not null,
    period_end date not null,
    region text not null default 'total',
    sex text not null default 'total',
    age_band text not null default 'total',
    form text not null default 'total',
    destination text not null default 'total',
    organisation text not null default 'total',
    source text not null default 'total',
    topic text not null default 'total',
    article_group text not null default 'total',
    reason text not null default 'total',
    value numeric,
    lower numeric,
    upper numeric,
    status text not null check (status in ('ok', 'zero', 'withheld', 'not_reported')),
    provisional boolean not null default false,
    primary key (profile, measure, period_kind, period, region, sex, age_band, form, destination, organisation, source, topic, article_group, reason),
    constraint cell_value_only_when_known check ((status in ('ok', 'zero')) = (value is not null)),
    constraint cell_zero_is_zero check (status <> 'zero' or value = 0)
);
comment on table pub.cell is 'grain: a published cell for one audience profile. A dimension that the cell is not cut by holds ''total''. status zero: a known zero; withheld: protects people; not_reported: nobody reported that period.';
alter table pub.cell enable row level security;
create policy ministry_reads_its_cells on pub.cell for select to analytics_ministry using (profile = 'ministry');
create policy donor_reads_its_cells on pub.cell for select to analytics_donor using (profile = 'donor');
create policy public_reads_its_cells on pub.cell for select to analytics_public using (profile = 'public');
create policy etl_writes_cells on pub.cell for all to analytics_etl using (true) with check (true);

-- grain: a member of a dimension that cells are cut by.
create table pub.member (
    dimension text not null,
    code text not null,
    parent text,
    sort integer not null,
    name_en text not null,
    name_ru text not null,
    name_ky text not null,
    primary key (dimension, code)
);
comment on table pub.member is 'grain: a member of a dimension, with its names. For region: code is SOATE.';

-- grain: a policy event.
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
-- grain: a published figure of the ledger.
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
    note text
);
-- grain: a publication that printed figures of the ledger.
create table pub.figure_source (
    figure_source text primary key,
    title text not null,
    publisher text not null,
    published text not null
);
-- grain: a region and year, both sexes.
create table pub.population (
    region text not null,
    year smallint not null,
    population bigint not null,
    interpolated boolean not null,
    estimate_source text not null,
    primary key (region, year)
);
comment on table pub.population is 'grain: a region (SOATE) and year. interpolated: between or beyond the years the source gives. The series is re-based in 2022: do not join across it.';
-- grain: a source.
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

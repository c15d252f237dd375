-- The feeds ngo_monthly, labour_inspection and population, and what is expected of whom.
-- reads: nothing. writes: raw.*, core.*, mart.fct_*.
create table raw.ngo_monthly (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received jsonb,
    organisation text, month text, region_service text, sex text, form text, persons_assisted text, services_delivered text,
    nil_report text
);
create table raw.labour_inspection (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received jsonb,
    inspection_no text, inspected_on text, region text, sector text, announced text, indicators_found text, persons_referred text
);
create table raw.population (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received jsonb,
    soate text, year text, sex text, population text, source text
);
create index ngo_monthly_batch on raw.ngo_monthly using brin (batch_id);
create index labour_inspection_batch on raw.labour_inspection using brin (batch_id);
create index population_batch on raw.population using brin (batch_id);

-- grain: a version of an organisation's report of a month, region, sex and form. Empty parts of the key are ''.
create table core.ngo_monthly (
    version_id bigint generated always as identity,
    organisation text not null,
    month core.partial_date not null,
    region_service text not null default '',
    sex text not null default '',
    form text not null default '',
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    withdrawn boolean not null default false,
    batch_id bigint not null,
    line bigint not null,
    row_hash uuid not null,
    persons_assisted integer not null,
    services_delivered integer,
    nil_report boolean not null default false
);
create unique index ngo_monthly_current on core.ngo_monthly (organisation, month, region_service, sex, form) where known_until = 'infinity';

-- grain: a version of a labour inspection.
create table core.labour_inspection (
    version_id bigint generated always as identity,
    inspection_no text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    withdrawn boolean not null default false,
    batch_id bigint not null,
    line bigint not null,
    row_hash uuid not null,
    inspected_on core.partial_date not null,
    region text,
    sector text,
    announced boolean,
    indicators_found integer,
    persons_referred integer
);
create unique index labour_inspection_current on core.labour_inspection (inspection_no) where known_until = 'infinity';

-- grain: a version of the population of a unit, year and sex.
create table core.population (
    version_id bigint generated always as identity,
    soate text not null,
    year integer not null,
    sex text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    withdrawn boolean not null default false,
    batch_id bigint not null,
    line bigint not null,
    row_hash uuid not null,
    population bigint not null,
    source text
);
create unique index population_current on core.population (soate, year, sex) where known_until = 'infinity';

create table mart.fct_assistance_month (
    organisation text not null,
    month_date_key integer not null references mart.dim_date,
    region_service_key integer not null references mart.dim_region,
    sex text not null,
    form_key integer not null references mart.dim_form,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    organisation_key integer not null references mart.dim_organisation,
    source_key integer not null references mart.dim_source,
    batch_key bigint not null,
    persons_assisted integer not null,
    services_delivered integer,
    nil_report boolean not null,
    primary key (organisation, month_date_key, region_service_key, sex, form_key, known_since)
);
comment on table mart.fct_assistance_month is 'grain: a version of an organisation''s monthly count by region, sex and form. Unit: person, counted by the organisation; never added to fct_assistance, which holds the same people one by one.';

create table mart.fct_inspection (
    inspection_no text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    inspected_date_key integer not null references mart.dim_date,
    region_key integer not null references mart.dim_region,
    source_key integer not null references mart.dim_source,
    batch_key bigint not null,
    sector text not null,
    announced boolean,
    indicators_found integer,
    persons_referred integer,
    primary key (inspection_no, known_since)
);
comment on table mart.fct_inspection is 'grain: a version of a labour inspection. Unit: inspection.';

create table mart.fct_report_expected (
    organisation text not null,
    month_date_key integer not null references mart.dim_date,
    organisation_key integer not null references mart.dim_organisation,
    expected boolean not null,
    received boolean not null,
    on_time boolean,
    nil boolean not null,
    first_received_at timestamptz,
    primary key (organisation, month_date_key),
    check (received or (on_time is null and not nil and first_received_at is null))
);
comment on table mart.fct_report_expected is 'grain: an organisation and month: whether a report was owed, came, came on time, and said nothing happened.';

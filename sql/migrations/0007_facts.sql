-- Facts. Every fact row is a version: known_since up to, not including, known_until; the current state is
-- known_until = 'infinity'. Natural keys are degenerate dimensions.
-- reads: nothing. writes: mart.fct_*, mart.bridge_*
create table mart.fct_contact (
    contact_id text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    contact_date_key integer not null references mart.dim_date,
    caller_region_key integer not null references mart.dim_region,
    destination_country_key integer not null references mart.dim_country,
    demographic_key integer not null references mart.dim_demographic,
    referred_to_key integer not null references mart.dim_organisation,
    source_key integer not null references mart.dim_source,
    batch_key bigint not null,
    channel text not null,
    topic text not null,
    caller_role text not null,
    language text not null,
    suspected boolean,
    victim_identified boolean,
    forms text[] not null default '{}',
    duration_s integer,
    primary key (contact_id, known_since)
);
comment on table mart.fct_contact is 'grain: a version of a hotline contact. Unit: contact.';
create index fct_contact_date on mart.fct_contact (contact_date_key) where known_until = 'infinity';

create table mart.fct_assistance (
    assistance_key bigint generated always as identity primary key,
    organisation text not null,
    case_ref text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    person_key bigint not null references core.person,
    organisation_key integer not null references mart.dim_organisation,
    intake_date_key integer not null references mart.dim_date,
    exploitation_start_key integer not null references mart.dim_date,
    exploitation_end_key integer not null references mart.dim_date,
    region_origin_key integer not null references mart.dim_region,
    region_service_key integer not null references mart.dim_region,
    destination_country_key integer not null references mart.dim_country,
    demographic_key integer not null references mart.dim_demographic,
    programme_key integer not null references mart.dim_programme,
    source_key integer not null references mart.dim_source,
    batch_key bigint not null,
    identified_by text not null,
    recruitment_channel text not null,
    victim_status text not null,
    applied_to_police boolean,
    sector text not null,
    unique (organisation, case_ref, known_since)
);
comment on table mart.fct_assistance is 'grain: a version of a person''s intake at an organisation. Units: intake, and person through person_key.';
create index fct_assistance_date on mart.fct_assistance (intake_date_key) where known_until = 'infinity';
create index fct_assistance_person on mart.fct_assistance (person_key);

create table mart.bridge_assistance_form (
    assistance_key bigint not null references mart.fct_assistance on delete cascade,
    form_key integer not null references mart.dim_form,
    primary key (assistance_key, form_key)
);
comment on table mart.bridge_assistance_form is 'grain: a form of exploitation of an intake; several are possible, so forms do not add up to persons.';
create table mart.bridge_assistance_code (
    assistance_key bigint not null references mart.fct_assistance on delete cascade,
    code_key integer not null references mart.dim_code,
    primary key (assistance_key, code_key)
);
comment on table mart.bridge_assistance_code is 'grain: a code of an intake in one of the lists service, means_of_control, means, act, reason_not_applied.';

create table mart.fct_crime (
    register_no text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    registered_date_key integer not null references mart.dim_date,
    investigation_opened_date_key integer not null references mart.dim_date,
    requalified_date_key integer not null references mart.dim_date,
    suspended_date_key integer not null references mart.dim_date,
    discontinued_date_key integer not null references mart.dim_date,
    sent_to_prosecutor_date_key integer not null references mart.dim_date,
    sent_to_court_date_key integer not null references mart.dim_date,
    convicted_date_key integer not null references mart.dim_date,
    acquitted_date_key integer not null references mart.dim_date,
    registered_article_key integer not null references mart.dim_article,
    current_article_key integer not null references mart.dim_article,
    region_key integer not null references mart.dim_region,
    source_key integer not null references mart.dim_source,
    batch_key bigint not null,
    state text not null,
    victims_count integer,
    suspects_count integer,
    primary key (register_no, known_since)
);
comment on table mart.fct_crime is 'grain: a version of a registered crime; accumulating snapshot: each date key is the latest such step known in the version, 0 when it has not happened or when a later resumption undid it (suspended, discontinued). Unit: crime.';
create index fct_crime_registered on mart.fct_crime (registered_date_key) where known_until = 'infinity';

create table mart.fct_crime_event (
    register_no text not null,
    event_date_key integer not null references mart.dim_date,
    event text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    article_to_key integer not null references mart.dim_article,
    source_key integer not null references mart.dim_source,
    batch_key bigint not null,
    ground text not null,
    persons_count integer,
    primary key (register_no, event_date_key, event, known_since)
);
comment on table mart.fct_crime_event is 'grain: a version of a step of a crime.';

create table mart.fct_figure (
    figure text primary key,
    period_start date not null,
    period_end date not null,
    period_kind text not null check (period_kind in ('calendar', 'report_year', 'other')),
    indicator text not null,
    breakdown text not null,
    value numeric,
    value_text text,
    unit text not null,
    figure_source text not null,
    note text
);
comment on table mart.fct_figure is 'grain: a published figure as printed by its source. value null: the source did not report it, which is not zero.';
create table mart.dim_figure_source (
    figure_source text primary key,
    title text not null,
    publisher text not null,
    published text not null
);
comment on table mart.dim_figure_source is 'grain: a publication that printed figures.';

create table mart.fct_population (
    region_key integer not null references mart.dim_region,
    year smallint not null,
    sex text not null check (sex in ('total', 'female', 'male')),
    population bigint not null check (population > 0),
    estimate_source text not null,
    primary key (region_key, year, sex)
);
comment on table mart.fct_population is 'grain: a region, year and sex. Unit: permanent residents on 1 January unless the source says otherwise. The 2022 census re-based the series.';

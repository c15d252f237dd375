-- Facts and bridges. Those that take rows by the million have no foreign keys: one looks its row up in every dimension, a row at a time,
-- which cost more than all the rest of a load. Their keys come from joins with the dimensions, and sql/checks/fact_keys_are_known.sql finds
-- any that does not. Where an old state of a dimension goes in the transaction that gives its rows to others, the key is checked at the
-- end.
-- reads: dimensions. writes: mart.fct_*, mart.bridge_*, mart.contact_count, mart.count_known_on, mart.revision_triangle.

-- Contacts grow without end: a partition a year of the contact, and one for what lies outside. A version of a contact is what a row of a
-- batch made, so batch and line are its key: numbers that grow with every load. Contacts come in the order of their dates, so a block range
-- index finds a month at almost no cost. A contact's versions are found through core.hotline.
create table mart.fct_contact (
    contact_id text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    contact_date_key integer not null,
    caller_region_key integer not null,
    destination_country_key integer not null,
    demographic_key integer not null,
    referred_to_key integer not null,
    source_key integer not null,
    batch_key bigint not null,
    channel text not null,
    topic text not null,
    caller_role text not null,
    language text not null,
    suspected boolean,
    victim_identified boolean,
    forms text[] not null default '{}',
    duration_s integer,
    line bigint not null,
    primary key (batch_key, line, contact_date_key)
) partition by range (contact_date_key);
comment on table mart.fct_contact is 'grain: a version of a hotline contact. Unit: contact. Partitioned by year of the contact.';
comment on column mart.fct_contact.line is 'The line of the batch that made the version.';
create index fct_contact_date on mart.fct_contact using brin (contact_date_key) with (pages_per_range = 16);
create table mart.fct_contact_other partition of mart.fct_contact default;
do $years$
begin
    for year in 2010..2035 loop
        execute format(
            'create table mart.%I partition of mart.fct_contact for values from (%s) to (%s)',
            'fct_contact_' || year, year * 10000, (year + 1) * 10000);
    end loop;
end
$years$;

-- Kept by each load: what a publication counts, covers and leads back to without reading the contacts themselves.
create table mart.contact_count (
    batch_key bigint not null,
    month_key integer not null,
    caller_region_key integer not null,
    source_key integer not null,
    topic text not null,
    suspected boolean not null,
    referred boolean not null,
    contacts bigint not null,
    primary key (batch_key, month_key, caller_region_key, source_key, topic, suspected, referred)
);
comment on table mart.contact_count is
    'grain: a batch, month (yyyymm00; yyyy0000 where no more is known), region, source, topic, suspicion and referral: current '
    'contacts. Kept by the load of each batch.';

create table mart.fct_assistance (
    assistance_key bigint generated always as identity primary key,
    organisation text not null,
    case_ref text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    person_key bigint not null,
    organisation_key integer not null,
    intake_date_key integer not null,
    exploitation_start_key integer not null,
    exploitation_end_key integer not null,
    region_origin_key integer not null,
    region_service_key integer not null,
    destination_country_key integer not null,
    demographic_key integer not null,
    programme_key integer not null,
    source_key integer not null,
    batch_key bigint not null,
    identified_by text not null,
    recruitment_channel text not null,
    victim_status text not null,
    applied_to_police boolean,
    sector text not null,
    unique (organisation, case_ref, known_since)
);
comment on table mart.fct_assistance is
    'grain: a version of a person''s intake at an organisation. Units: intake, and person through person_key.';
create index fct_assistance_date on mart.fct_assistance (intake_date_key) where known_until = 'infinity';
create index fct_assistance_person on mart.fct_assistance (person_key);

create table mart.bridge_assistance_form (
    assistance_key bigint not null,
    form_key integer not null,
    primary key (assistance_key, form_key)
);
comment on table mart.bridge_assistance_form is
    'grain: a form of exploitation of an intake; several are possible, so forms do not add up to persons.';

create table mart.bridge_assistance_code (
    assistance_key bigint not null,
    code_key integer not null,
    primary key (assistance_key, code_key)
);
comment on table mart.bridge_assistance_code is
    'grain: a code of an intake in one of the lists service, means_of_control, means, act, reason_not_applied.';

create table mart.fct_assistance_month (
    organisation text not null,
    month_date_key integer not null,
    region_service_key integer not null,
    sex text not null,
    form_key integer not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    organisation_key integer not null,
    source_key integer not null,
    batch_key bigint not null,
    persons_assisted integer not null,
    services_delivered integer,
    nil_report boolean not null,
    region_service text not null default '',
    primary key (organisation, month_date_key, region_service, sex, form_key, known_since)
);
comment on table mart.fct_assistance_month is
    'grain: a version of an organisation''s monthly count by region, sex and form. Unit: person, counted by the organisation; never '
    'added to fct_assistance, which holds the same people one by one.';

create table mart.fct_crime (
    register_no text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    registered_date_key integer not null,
    investigation_opened_date_key integer not null,
    requalified_date_key integer not null,
    suspended_date_key integer not null,
    discontinued_date_key integer not null,
    sent_to_prosecutor_date_key integer not null,
    sent_to_court_date_key integer not null,
    convicted_date_key integer not null,
    acquitted_date_key integer not null,
    registered_article_key integer not null,
    current_article_key integer not null,
    region_key integer not null,
    source_key integer not null,
    batch_key bigint not null,
    state text not null,
    victims_count integer,
    suspects_count integer,
    primary key (register_no, known_since)
);
comment on table mart.fct_crime is
    'grain: a version of a registered crime; accumulating snapshot: each date key is the latest such step known in the version, 0 when '
    'it has not happened or when a later resumption undid it (suspended, discontinued). Unit: crime.';
create index fct_crime_registered on mart.fct_crime (registered_date_key) where known_until = 'infinity';

create table mart.fct_crime_event (
    register_no text not null,
    event_date_key integer not null,
    event text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    article_to_key integer not null,
    source_key integer not null,
    batch_key bigint not null,
    ground text not null,
    persons_count integer,
    primary key (register_no, event_date_key, event, known_since)
);
comment on table mart.fct_crime_event is 'grain: a version of a step of a crime.';

create table mart.fct_inspection (
    inspection_no text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    inspected_date_key integer not null,
    region_key integer not null,
    source_key integer not null,
    batch_key bigint not null,
    sector text not null,
    announced boolean,
    indicators_found integer,
    persons_referred integer,
    primary key (inspection_no, known_since)
);
comment on table mart.fct_inspection is 'grain: a version of a labour inspection. Unit: inspection.';

create table mart.fct_agency (
    agency_no text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    entry_date_key integer not null,
    licensed_from_date_key integer not null,
    licensed_to_date_key integer not null,
    region_key integer not null,
    country_key integer not null,
    source_key integer not null,
    batch_key bigint not null,
    kind text not null,
    complaints integer,
    violations integer,
    sanction text not null,
    primary key (agency_no, known_since)
);
comment on table mart.fct_agency is
    'grain: a version of the register''s entry of an agency or foreign employer. Unit: agency. An end of the licence with key 0 is not '
    'set.';

create table mart.fct_population (
    region_key integer not null references mart.dim_region deferrable initially deferred,
    year smallint not null,
    sex text not null check (sex in ('total', 'female', 'male')),
    population bigint not null check (population > 0),
    estimate_source text not null,
    primary key (region_key, year, sex)
);
comment on table mart.fct_population is
    'grain: a region, year and sex. Unit: permanent residents on 1 January unless the source says otherwise. The 2022 census re-based '
    'the series.';

create table mart.bridge_person (
    person_key bigint not null,
    list text not null check (list in ('hotline', 'ngo', 'international', 'government', 'register')),
    organisation text not null default '',
    reference text not null,
    date_key integer not null references mart.dim_date,
    region_key integer not null references mart.dim_region deferrable initially deferred,
    primary key (list, organisation, reference, person_key)
);
comment on table mart.bridge_person is
    'grain: a linked person and a record of a list (contact, case, registered crime). list: what kind of body keeps it.';
create index bridge_person_person on mart.bridge_person (person_key);

create table mart.fct_report_expected (
    organisation text not null,
    month_date_key integer not null references mart.dim_date,
    organisation_key integer not null references mart.dim_organisation deferrable initially deferred,
    expected boolean not null,
    received boolean not null,
    on_time boolean,
    nil boolean not null,
    first_received_at timestamptz,
    feed text not null,
    due_on date not null,
    received_on date,
    source_id text not null default '',
    primary key (feed, organisation, month_date_key),
    check (received or (on_time is null and not nil and first_received_at is null))
);
comment on table mart.fct_report_expected is
    'grain: a feed, organisation and month that is over. expected: its due day is over, or it came already. on_time is null while it '
    'has not come, and where it came in with an archive so that nobody knows when it first came. Missing: expected and not received.';

create table mart.fct_grant (
    programme_key integer not null references mart.dim_programme,
    donor_key integer not null references mart.dim_donor,
    starts_on date not null,
    ends_on date not null,
    amount numeric not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    share numeric check (share > 0 and share <= 1),
    primary key (programme_key, donor_key, starts_on),
    check (starts_on <= ends_on)
);
comment on table mart.fct_grant is
    'grain: a donor''s grant to a programme from starts_on to ends_on, both included. Unit: currency (ISO 4217). share: of the credit '
    'while it runs, as the donors agreed; null where it follows from the amounts.';

create table mart.fct_target (
    programme_key integer not null references mart.dim_programme,
    indicator text not null,
    period text not null check (period ~ '^[0-9]{4}$'),
    entered_on date not null,
    target numeric not null check (target > 0),
    loaded_at timestamptz not null,
    actual numeric,
    primary key (programme_key, indicator, period, entered_on)
);
comment on table mart.fct_target is
    'grain: a programme, indicator (a measure), period (a year) and day of entry: what was promised and, on the newest entry, what was '
    'counted. A row is never changed or removed: another target is another row. loaded_at: when the warehouse first learned it.';

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
    note_en text,
    note_ru text,
    note_ky text,
    constraint figure_note_in_three_languages check (num_nulls(note_en, note_ru, note_ky) in (0, 3))
);
comment on table mart.fct_figure is
    'grain: a published figure as printed by its source. value null: the source did not report it, which is not zero.';

create table mart.bridge_figure_rival (
    figure text not null references mart.fct_figure,
    rival text not null references mart.fct_figure,
    why_en text not null,
    why_ru text not null,
    why_ky text not null,
    primary key (figure, rival),
    constraint rival_is_another check (figure <> rival)
);
comment on table mart.bridge_figure_rival is
    'grain: two printed figures that a reader could take for the same thing and that differ, with why they may.';

create table mart.fct_capture_history (
    period text not null,
    period_kind text not null check (period_kind in ('year', 'span', 'all')),
    stratum text not null default 'total',
    lists text[] not null check (cardinality(lists) > 0),
    persons integer not null check (persons > 0),
    primary key (period, stratum, lists)
);
comment on table mart.fct_capture_history is
    'grain: a period, stratum (total, or a region as SOATE) and set of lists, with the linked persons who stand on exactly these lists '
    'with a record in the period.';

create table mart.fct_estimate (
    period text primary key,
    histories jsonb not null,
    miss_rate double precision,
    false_match_rate double precision,
    seed bigint not null,
    replicates integer not null,
    engine text not null,
    verdict text not null,
    result jsonb not null,
    estimated_at timestamptz not null
);
comment on table mart.fct_estimate is 'grain: the estimate of a period, with the counts, seed and engine that give it again.';

-- The figures as they were known on a date.
create function mart.count_known_on(counted text, moment timestamptz) returns table (month date, amount bigint)
    language sql stable
    set search_path = pg_catalog
as $known$
    select date_trunc('month', date.starts_on)::date, count(*)
    from mart.fct_crime as fact
    join mart.dim_article as article on article.article_key = fact.registered_article_key and article.article_group = 'trafficking'
    join mart.dim_date as date on date.date_key = fact.registered_date_key
    where counted = 'crimes_registered' and fact.known_since <= moment and moment < fact.known_until and date.month is not null
    group by 1
    union all
    select date_trunc('month', date.starts_on)::date, count(*)
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    where counted = 'intakes' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
      and fact.known_since <= moment and moment < fact.known_until and date.month is not null
    group by 1;
$known$;
comment on function mart.count_known_on(text, timestamptz) is
    'grain: a month. The warehouse''s own count of crimes_registered or intakes as it was known at a moment: true counts, before any '
    'protection.';

create function mart.revision_triangle(counted text, moments timestamptz[]) returns table (month date, moment timestamptz, amount bigint)
    language sql stable
    set search_path = pg_catalog
as $known$
    select known.month, asked.moment, known.amount
    from unnest(moments) as asked (moment)
    cross join lateral mart.count_known_on(counted, asked.moment) as known
    order by known.month, asked.moment;
$known$;
comment on function mart.revision_triangle(text, timestamptz[]) is
    'grain: a month and a moment: what was known of the month at the moment.';

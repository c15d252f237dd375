-- Typed versions of what was received, one table a feed as its feed.yml says; a test compares the two. Current versions are found by their
-- natural key, superseded ones too (a repeat of one changes nothing), and rows of a batch by block range: batches come in order.
-- reads: nothing. writes: core.*

-- Versions of contacts take their numbers by the thousand: the numbers mean nothing, and a load asks for a million of them.
create table core.hotline (
    version_id bigint generated always as identity (cache 1000),
    contact_id text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    withdrawn boolean not null default false,
    batch_id bigint not null,
    line bigint not null,
    row_hash uuid not null,
    started_on core.partial_date not null,
    started_at timestamptz,
    duration_s integer,
    channel text,
    language text,
    caller_role text,
    caller_region text,
    topic text,
    destination_country text,
    suspected_trafficking text,
    forms text[],
    sex text,
    age_from integer,
    age_to integer,
    citizenship text,
    referred_to text,
    victim_identified text,
    person_token text
);
comment on table core.hotline is
    'grain: a version of a hotline contact (contact_id). known_since to known_until: when the warehouse held it for true.';
create unique index hotline_current on core.hotline (contact_id) where known_until = 'infinity';
create index hotline_superseded on core.hotline (contact_id) where known_until < 'infinity';
create index hotline_version_batch on core.hotline using brin (batch_id) with (pages_per_range = 16);
create index hotline_with_token on core.hotline (contact_id) where person_token is not null and known_until = 'infinity';

create table core.ngo_case (
    version_id bigint generated always as identity,
    organisation text not null,
    case_ref text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    withdrawn boolean not null default false,
    batch_id bigint not null,
    line bigint not null,
    row_hash uuid not null,
    intake_date core.partial_date not null,
    person_token text,
    sex text,
    birth_year integer,
    age_from integer,
    age_to integer,
    citizenship text,
    region_origin text,
    region_service text,
    destination_country text,
    forms text[],
    sector text,
    acts text[],
    means text[],
    means_of_control text[],
    recruitment_channel text,
    exploitation_start core.partial_date,
    exploitation_end core.partial_date,
    identified_by text,
    victim_status text,
    services text[],
    applied_to_police text,
    reasons_not_applied text[],
    programme text,
    updated_at timestamptz
);
comment on table core.ngo_case is
    'grain: a version of a person''s case at an organisation (organisation, case_ref). withdrawn: the source took it back.';
create unique index ngo_case_current on core.ngo_case (organisation, case_ref) where known_until = 'infinity';
create index ngo_case_superseded on core.ngo_case (organisation, case_ref) where known_until < 'infinity';
create index ngo_case_version_batch on core.ngo_case using brin (batch_id) with (pages_per_range = 16);

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
comment on table core.ngo_monthly is 'grain: a version of an organisation''s count of a month, region, sex and form.';
create unique index ngo_monthly_current on core.ngo_monthly (organisation, month, region_service, sex, form) where known_until = 'infinity';
create index ngo_monthly_superseded on core.ngo_monthly (organisation, month, region_service, sex, form) where known_until < 'infinity';
create index ngo_monthly_version_batch on core.ngo_monthly using brin (batch_id) with (pages_per_range = 16);

create table core.register_crime (
    version_id bigint generated always as identity,
    register_no text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    withdrawn boolean not null default false,
    batch_id bigint not null,
    line bigint not null,
    row_hash uuid not null,
    registered_at core.partial_date not null,
    article text not null,
    article_no text not null,
    region text,
    victims_count integer,
    victim_tokens text[],
    suspects_count integer,
    updated_at timestamptz
);
comment on table core.register_crime is 'grain: a version of a registered crime (register_no).';
comment on column core.register_crime.article is 'As written, e.g. 166 ч.2 п.1.';
comment on column core.register_crime.article_no is 'The number of the article alone, e.g. 166.';
create unique index register_crime_current on core.register_crime (register_no) where known_until = 'infinity';
create index register_crime_superseded on core.register_crime (register_no) where known_until < 'infinity';
create index register_crime_version_batch on core.register_crime using brin (batch_id) with (pages_per_range = 16);

create table core.register_event (
    version_id bigint generated always as identity,
    register_no text not null,
    event_at core.partial_date not null,
    event text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    withdrawn boolean not null default false,
    batch_id bigint not null,
    line bigint not null,
    row_hash uuid not null,
    article_to text,
    article_to_no text,
    ground text,
    persons_count integer
);
comment on table core.register_event is 'grain: a version of a step of a crime (register_no, event_at, event).';
create unique index register_event_current on core.register_event (register_no, event_at, event) where known_until = 'infinity';
create index register_event_superseded on core.register_event (register_no, event_at, event) where known_until < 'infinity';
create index register_event_version_batch on core.register_event using brin (batch_id) with (pages_per_range = 16);

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
comment on table core.labour_inspection is 'grain: a version of an inspection (inspection_no).';
create unique index labour_inspection_current on core.labour_inspection (inspection_no) where known_until = 'infinity';
create index labour_inspection_superseded on core.labour_inspection (inspection_no) where known_until < 'infinity';
create index labour_inspection_version_batch on core.labour_inspection using brin (batch_id) with (pages_per_range = 16);

create table core.employment_agency (
    version_id bigint generated always as identity,
    agency_no text not null,
    known_since timestamptz not null,
    known_until timestamptz not null default 'infinity',
    withdrawn boolean not null default false,
    batch_id bigint not null,
    line bigint not null,
    row_hash uuid not null,
    name text not null,
    kind text not null,
    country text,
    region text,
    licence_no text,
    licensed_from core.partial_date,
    licensed_to core.partial_date,
    complaints integer,
    violations integer,
    sanction text,
    updated_at timestamptz not null
);
comment on table core.employment_agency is 'grain: a version of the register''s entry of an agency or foreign employer (agency_no).';
create unique index employment_agency_current on core.employment_agency (agency_no) where known_until = 'infinity';
create index employment_agency_superseded on core.employment_agency (agency_no) where known_until < 'infinity';
create index employment_agency_version_batch on core.employment_agency using brin (batch_id) with (pages_per_range = 16);

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
comment on table core.population is 'grain: a version of the population of a unit, year and sex.';
create unique index population_current on core.population (soate, year, sex) where known_until = 'infinity';
create index population_version_batch on core.population using brin (batch_id);
create index population_superseded on core.population (soate, year, sex) where known_until < 'infinity';

create table core.batch_report (
    batch_id bigint not null,
    organisation text not null,
    first_month date not null,
    last_month date not null,
    primary key (batch_id, organisation, first_month),
    check (last_month >= first_month)
);
comment on table core.batch_report is
    'grain: a batch, organisation and stretch of months. A monthly report covers its month; a file of cases, contacts or crimes covers '
    'the months from its first row to its last.';

-- Persons linked across lists by token. A linked person has the tokens of all its records; the person itself is a key and nothing else.
create table core.person (
    person_key bigint generated always as identity primary key,
    first_batch_id bigint
);
comment on table core.person is
    'grain: a linked person. Its key stays while any of its records does; a person without a record is deleted and its key never used '
    'again.';

create table core.person_record (
    record_id bigint generated always as identity primary key,
    list text not null check (list in ('hotline', 'ngo_case', 'register_crime')),
    organisation text not null default '',
    reference text not null,
    token text not null default '',
    round text generated always as (nullif(split_part(token, '.', 2), '')) stored,
    person_key bigint references core.person,
    compared boolean not null default false
);
comment on table core.person_record is
    'grain: a current record about one person. token '''': the organisation made none, and the record is a person of its own. '
    'compared: its pairs are in core.link_pair.';
create unique index person_record_natural on core.person_record (list, organisation, reference, md5(token));
create index person_record_person on core.person_record (person_key);

create table core.link_pair (
    record_a bigint not null references core.person_record on delete cascade,
    record_b bigint not null references core.person_record on delete cascade,
    pattern smallint not null,
    comparable smallint not null,
    log_odds double precision not null,
    primary key (record_a, record_b),
    check (record_a < record_b)
);
comment on table core.link_pair is 'grain: two records of one linkage round whose tokens agree enough to matter.';
create index link_pair_b on core.link_pair (record_b);

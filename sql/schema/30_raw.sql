-- Accepted rows as received, one table a feed with the columns of its feed.yml; a test compares the two. A row is found by its batch and
-- line: a large file is merged piece by piece while the rest of it is still read, and a piece is a range of lines. received is kept to be
-- read by people now and then, never searched: as json it is checked and stored as it comes.
-- reads: nothing. writes: raw.*

-- Rows of a large file come by the hundred thousand and are read again at a rebuild alone. Kept packed, many of them in one text, they
-- cost a load a quarter of what they cost as rows of a table. The view raw.hotline (repeatable/views/hotline_rows.sql) shows both as rows.
create table raw.hotline_row (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received json,
    contact_id text, started_at text, duration_s text, channel text, language text, caller_role text,
    caller_region text, topic text, destination_country text, suspected_trafficking text, forms text, sex text,
    age text, citizenship text, referred_to text, victim_identified text, person_token text
);
comment on table raw.hotline_row is
    'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading '
    'changed. Rows of large files are in raw.hotline_packed; raw.hotline shows both.';
create index hotline_line on raw.hotline_row (batch_id, line);

-- Compressing them would cost as much as was saved, so their storage is external.
create table raw.hotline_packed (
    batch_id bigint not null,
    first_line bigint not null,
    last_line bigint not null,
    rows text not null,
    primary key (batch_id, first_line)
);
comment on table raw.hotline_packed is
    'grain: a stretch of accepted rows of a large batch. rows: one after the other, U+001E between them; of each its line, the '
    'received text, and the columns of the feed in their order, each ended by U+001F.';
alter table raw.hotline_packed alter column rows set storage external;

create table raw.ngo_case (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received json,
    organisation text, case_ref text, intake_date text, person_token text, sex text, birth_year text,
    age_at_intake text, citizenship text, region_origin text, region_service text, destination_country text,
    forms text, sector text, acts text, means text, means_of_control text, recruitment_channel text,
    exploitation_start text, exploitation_end text, identified_by text, victim_status text, services text,
    applied_to_police text, reasons_not_applied text, programme text, updated_at text, deleted text
);
comment on table raw.ngo_case is
    'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading '
    'changed.';
create index ngo_case_line on raw.ngo_case (batch_id, line);

create table raw.ngo_monthly (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received json,
    organisation text, month text, region_service text, sex text, form text, persons_assisted text,
    services_delivered text, nil_report text
);
comment on table raw.ngo_monthly is
    'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading '
    'changed.';
create index ngo_monthly_line on raw.ngo_monthly (batch_id, line);

create table raw.register_crime (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received json,
    register_no text, registered_at text, article text, region text, victims_count text, victim_tokens text,
    suspects_count text, updated_at text
);
comment on table raw.register_crime is
    'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading '
    'changed.';
create index register_crime_line on raw.register_crime (batch_id, line);

create table raw.register_event (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received json,
    register_no text, event_at text, event text, article_to text, ground text, persons_count text
);
comment on table raw.register_event is
    'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading '
    'changed.';
create index register_event_line on raw.register_event (batch_id, line);

create table raw.labour_inspection (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received json,
    inspection_no text, inspected_on text, region text, sector text, announced text, indicators_found text,
    persons_referred text
);
comment on table raw.labour_inspection is
    'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading '
    'changed.';
create index labour_inspection_line on raw.labour_inspection (batch_id, line);

create table raw.employment_agency (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received json,
    agency_no text, name text, kind text, country text, region text, licence_no text, licensed_from text,
    licensed_to text, complaints text, violations text, sanction text, updated_at text
);
comment on table raw.employment_agency is
    'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading '
    'changed.';
create index employment_agency_line on raw.employment_agency (batch_id, line);

create table raw.population (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received json,
    soate text, year text, sex text, population text, source text
);
comment on table raw.population is
    'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading '
    'changed.';
create index population_line on raw.population (batch_id, line);

create table raw.rejected_row (
    batch_id bigint not null,
    line bigint not null,
    fields jsonb not null,
    primary key (batch_id, line)
);
comment on table raw.rejected_row is
    'grain: a rejected row of a batch, its fields as received after the identifier check, kept to be corrected and loaded again.';

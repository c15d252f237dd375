-- The feed employment_agency: the register of private employment agencies and foreign employers. Official acts of legal persons.
-- reads: nothing. writes: raw.employment_agency, core.employment_agency, mart.fct_agency.
create table raw.employment_agency (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received json,
    agency_no text, name text, kind text, country text, region text, licence_no text, licensed_from text, licensed_to text,
    complaints text, violations text, sanction text, updated_at text
);
create index employment_agency_line on raw.employment_agency (batch_id, line);
comment on table raw.employment_agency is 'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading changed.';

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
create unique index employment_agency_current on core.employment_agency (agency_no) where known_until = 'infinity';
create index employment_agency_superseded on core.employment_agency (agency_no) where known_until < 'infinity';
create index employment_agency_version_batch on core.employment_agency using brin (batch_id) with (pages_per_range = 16);
comment on table core.employment_agency is 'grain: a version of the register''s entry of an agency or foreign employer (agency_no).';

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
comment on table mart.fct_agency is 'grain: a version of the register''s entry of an agency or foreign employer. Unit: agency. An end of the licence with key 0 is not set.';

-- core: typed, coded rows by natural key. grain of each table: a version of a natural key.
-- known_since: when the warehouse learned this version; known_until: when it learned better, 'infinity' while it holds.
-- withdrawn: the version says that the source took the row back (deleted=yes); it counts nowhere.
-- reads: nothing. writes: core.*
create table core.hotline (
    version_id bigint generated always as identity,
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
create unique index hotline_current on core.hotline (contact_id) where known_until = 'infinity';

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
create unique index ngo_case_current on core.ngo_case (organisation, case_ref) where known_until = 'infinity';

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
comment on column core.register_crime.article is 'As written, e.g. 166 ч.2 п.1.';
comment on column core.register_crime.article_no is 'The number of the article alone, e.g. 166.';
create unique index register_crime_current on core.register_crime (register_no) where known_until = 'infinity';

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
create unique index register_event_current on core.register_event (register_no, event_at, event) where known_until = 'infinity';

-- grain: one linked person. Made of records that carry the same token, or of one record without a token.
create table core.person (
    person_key bigint generated always as identity primary key,
    person_token text unique,
    first_batch_id bigint not null
);
comment on table core.person is 'A person known by token only. A record without a token is a person of its own.';

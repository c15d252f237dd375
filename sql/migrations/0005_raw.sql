-- raw: every accepted row in the canonical columns of its feed, all text, after the identifier check.
-- grain of each table: a row of a batch. received: the text as it came, of the columns that reading changed.
-- reads: nothing. writes: raw.*
create table raw.hotline (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received jsonb,
    contact_id text, started_at text, duration_s text, channel text, language text, caller_role text, caller_region text,
    topic text, destination_country text, suspected_trafficking text, forms text, sex text, age text, citizenship text,
    referred_to text, victim_identified text, person_token text
);
create table raw.ngo_case (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received jsonb,
    organisation text, case_ref text, intake_date text, person_token text, sex text, birth_year text, age_at_intake text,
    citizenship text, region_origin text, region_service text, destination_country text, forms text, sector text, acts text,
    means text, means_of_control text, recruitment_channel text, exploitation_start text, exploitation_end text,
    identified_by text, victim_status text, services text, applied_to_police text, reasons_not_applied text, programme text,
    updated_at text, deleted text
);
create table raw.register_crime (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received jsonb,
    register_no text, registered_at text, article text, region text, victims_count text, victim_tokens text,
    suspects_count text, updated_at text
);
create table raw.register_event (
    batch_id bigint not null, line bigint not null, row_hash uuid not null, received jsonb,
    register_no text, event_at text, event text, article_to text, ground text, persons_count text
);
create index hotline_batch on raw.hotline using brin (batch_id);
create index ngo_case_batch on raw.ngo_case using brin (batch_id);
create index register_crime_batch on raw.register_crime using brin (batch_id);
create index register_event_batch on raw.register_event using brin (batch_id);

-- grain: a rejected row of a batch, its fields as received after the identifier check, kept for replay.
create table raw.rejected_row (
    batch_id bigint not null, line bigint not null, fields jsonb not null,
    primary key (batch_id, line)
);

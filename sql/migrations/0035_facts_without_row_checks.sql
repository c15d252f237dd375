-- Facts take rows by the million. A foreign key looks its row up in every dimension, one row at a time, which cost more than all
-- the rest of a load; the keys of a fact come from joins with the dimensions, and sql/checks/fact_keys_are_known.sql finds any that
-- does not. The same for the bridges.
-- Versions that were superseded are found by key without reading the table: a repeat of one changes nothing.
-- grain: as the tables say. reads: catalogue. writes: constraints and indexes of mart.*, core.*, raw.*; columns of ops.batch.
do $drop$
declare
    held record;
begin
    for held in
        select conrelid::regclass as fact, conname
        from pg_constraint
        -- The key of a person is 0040's to free.
        where contype = 'f' and conname <> 'fct_assistance_person_key_fkey' and conrelid = any (array[
            'mart.fct_contact', 'mart.fct_assistance', 'mart.fct_assistance_month', 'mart.fct_crime', 'mart.fct_crime_event',
            'mart.fct_inspection', 'mart.bridge_assistance_form', 'mart.bridge_assistance_code']::regclass[])
    loop
        execute format('alter table %s drop constraint %I', held.fact, held.conname);
    end loop;
end
$drop$;

create index hotline_superseded on core.hotline (contact_id) where known_until < 'infinity';
create index ngo_case_superseded on core.ngo_case (organisation, case_ref) where known_until < 'infinity';
create index ngo_monthly_superseded on core.ngo_monthly (organisation, month, region_service, sex, form) where known_until < 'infinity';
create index register_crime_superseded on core.register_crime (register_no) where known_until < 'infinity';
create index register_event_superseded on core.register_event (register_no, event_at, event) where known_until < 'infinity';
create index labour_inspection_superseded on core.labour_inspection (inspection_no) where known_until < 'infinity';
create index population_superseded on core.population (soate, year, sex) where known_until < 'infinity';

alter table ops.batch
    add column reading text check (reading ~ '^[0-9a-f]{64}$'),
    add column repeats bigint references ops.batch,
    add column difference jsonb;
comment on column ops.batch.reading is 'Hash over all that decides how the file was read: mapping, declaration of the feed, version of the program. Null for rows that are no whole file.';
comment on column ops.batch.repeats is 'The batch that had loaded the same file from the same source in the same reading; nothing of this one was stored again.';
comment on column ops.batch.difference is 'Why a refused file was not like the last loaded one of its source: columns added, missing, renamed, retyped, new codes. No values.';
create index batch_loaded_file on ops.batch (file_hash, source_id, reading) where state = 'loaded' and repeats is null and reading is not null;
create index batch_loaded_received on ops.batch (received_at) where state = 'loaded';

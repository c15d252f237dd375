-- Contacts grow without end: a partition a year of the contact, and one for what lies outside.
-- Contacts come in the order of their dates and batches in the order of their numbers, so block range indexes find a month or a batch at
-- almost no cost to a load. Rows are found by contact through the key.
-- grain: as before. reads: mart.fct_contact. writes: mart.fct_contact and its partitions; indexes of raw.* and core.*.
alter table mart.fct_contact rename to fct_contact_whole;
create table mart.fct_contact (like mart.fct_contact_whole including defaults including comments) partition by range (contact_date_key);
comment on table mart.fct_contact is 'grain: a version of a hotline contact. Unit: contact. Partitioned by year of the contact.';
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
insert into mart.fct_contact select * from mart.fct_contact_whole;
drop table mart.fct_contact_whole;
alter table mart.fct_contact add primary key (contact_id, known_since, contact_date_key);
create index fct_contact_date on mart.fct_contact using brin (contact_date_key) with (pages_per_range = 16);
create index fct_contact_batch on mart.fct_contact using brin (batch_key) with (pages_per_range = 16);

-- Finer than before, so that the rows of a small batch are found among few others.
drop index core.hotline_version_batch, raw.hotline_batch;
create index hotline_version_batch on core.hotline using brin (batch_id) with (pages_per_range = 16);
create index hotline_batch on raw.hotline using brin (batch_id) with (pages_per_range = 16);

-- Linkage asks for the records that carry a token, which are few of many.
create index hotline_with_token on core.hotline (contact_id) where person_token is not null and known_until = 'infinity';

-- Contacts counted by batch, month, region, topic, suspicion and referral, kept by each load: what a publication counts, covers and leads back to
-- without reading the contacts themselves.
-- grain: a batch, month (or year, where no more is known), region, source, topic, suspicion and referral. reads: mart.fct_contact. writes: mart.contact_count.
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
comment on table mart.contact_count is 'grain: a batch, month (yyyymm00; yyyy0000 where no more is known), region, source, topic, suspicion and referral: current contacts. Kept by the load of each batch.';
insert into mart.contact_count (batch_key, month_key, caller_region_key, source_key, topic, suspected, referred, contacts)
select batch_key, contact_date_key / 100 * 100, caller_region_key, source_key, topic, coalesce(suspected, false),
       referred_to_key <> 0, count(*)
from mart.fct_contact
where known_until = 'infinity'
group by 1, 2, 3, 4, 5, 6, 7;

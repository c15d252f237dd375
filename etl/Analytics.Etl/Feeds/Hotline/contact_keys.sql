-- contact_keys: what a contact's codes and dates mean in the star schema, in five results; and the key of its source.
-- grain: the range of dates; a code and a stretch of time (twice); a country; a combination of demographic attributes; a source.
-- reads: mart.dim_date, mart.region_at, mart.organisation_at, mart.dim_country, mart.dim_demographic. writes: mart.dim_source.
select min(starts_on), max(ends_on) from mart.dim_date;

select soate, region_key, valid_from, valid_to from mart.region_at;

select organisation, organisation_key, valid_from, valid_to from mart.organisation_at;

select iso3, citizenship, country_key from mart.dim_country;

select sex, age_band, citizenship, demographic_key from mart.dim_demographic;

insert into mart.dim_source (source_id, feed, synthetic)
values (@source_id, 'hotline', @synthetic)
on conflict (source_id) do update set synthetic = excluded.synthetic
returning source_key;

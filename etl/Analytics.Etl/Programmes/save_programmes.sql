-- Donors and programmes as declared. One that is no longer declared keeps its name, since facts refer to it, and loses the rest.
-- grain: a donor; a programme. reads: nothing. writes: mart.dim_donor, mart.dim_programme.
update mart.dim_donor set account = null where donor_key > 0;
insert into mart.dim_donor (donor, name_en, name_ru, name_ky, account)
select * from unnest(@donor::text[], @donor_en::text[], @donor_ru::text[], @donor_ky::text[], @account::text[])
on conflict (donor) do update set
    name_en = excluded.name_en, name_ru = excluded.name_ru, name_ky = excluded.name_ky, account = excluded.account;

insert into mart.dim_programme (programme, name_en, name_ru, name_ky, starts_on, ends_on, regions)
select programme, name_en, name_ru, name_ky, starts_on, ends_on, string_to_array(regions, '|')
from unnest(@programme::text[], @programme_en::text[], @programme_ru::text[], @programme_ky::text[], @starts_on::date[], @ends_on::date[], @regions::text[])
    as given (programme, name_en, name_ru, name_ky, starts_on, ends_on, regions)
on conflict (programme) do update set
    name_en = excluded.name_en, name_ru = excluded.name_ru, name_ky = excluded.name_ky,
    starts_on = excluded.starts_on, ends_on = excluded.ends_on, regions = excluded.regions;

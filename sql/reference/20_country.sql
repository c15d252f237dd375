-- Countries by ISO 3166-1 alpha-3, and the group of citizenships that each is of. grain: a country. reads: reference_row. writes: mart.dim_country.
insert into mart.dim_country (iso3, name_en, name_ru, name_ky, citizenship)
select iso3, name_en, name_ru, name_ky,
       case when iso3 = 'KGZ' then 'KGZ' when iso3 in ('CHN', 'KAZ', 'TJK', 'UZB') then 'neighbours' else 'other' end
from reference_row
on conflict (iso3) do update set name_en = excluded.name_en, name_ru = excluded.name_ru, name_ky = excluded.name_ky,
    citizenship = excluded.citizenship;

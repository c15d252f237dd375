-- Territorial units by SOATE. A unit that the file no longer names stays, since facts may point to it.
-- grain: a unit in its present state. reads: reference_row. writes: mart.dim_region.
insert into mart.dim_region as known (soate, iso_3166_2, level, parent_soate, admin1_soate, name_en, name_ru, name_ky)
select soate, nullif(iso_3166_2, ''), level::smallint, nullif(parent_soate, ''),
       case level when '0' then 'unknown' when '1' then soate else parent_soate end,
       name_en, name_ru, name_ky
from reference_row
on conflict (soate, valid_from) do update set
    iso_3166_2 = excluded.iso_3166_2, level = excluded.level, parent_soate = excluded.parent_soate,
    admin1_soate = excluded.admin1_soate, name_en = excluded.name_en, name_ru = excluded.name_ru, name_ky = excluded.name_ky;

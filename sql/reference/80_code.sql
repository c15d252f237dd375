-- Code lists with their names. grain: a code of a list. reads: reference_row. writes: mart.dim_code.
insert into mart.dim_code (list, code, sort, name_en, name_ru, name_ky)
select list, code, sort::smallint, name_en, name_ru, name_ky from reference_row
on conflict (list, code) do update set
    sort = excluded.sort, name_en = excluded.name_en, name_ru = excluded.name_ru, name_ky = excluded.name_ky;

-- Forms of exploitation. grain: a form. reads: reference_row. writes: mart.dim_form.
insert into mart.dim_form (form, sort, name_en, name_ru, name_ky)
select form, sort::smallint, name_en, name_ru, name_ky from reference_row
on conflict (form) do update set
    sort = excluded.sort, name_en = excluded.name_en, name_ru = excluded.name_ru, name_ky = excluded.name_ky;

-- Indicators of the ledger. grain: an indicator. reads: reference_row. writes: mart.dim_figure_indicator.
insert into mart.dim_figure_indicator (indicator, measure, name_en, name_ru, name_ky)
select indicator, nullif(measure, ''), name_en, name_ru, name_ky from reference_row
on conflict (indicator) do update set measure = excluded.measure, name_en = excluded.name_en, name_ru = excluded.name_ru, name_ky = excluded.name_ky;

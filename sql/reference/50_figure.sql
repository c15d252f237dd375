-- The figures ledger. grain: a published figure. reads: reference_row. writes: mart.fct_figure.
insert into mart.fct_figure (figure, period_start, period_end, period_kind, indicator, breakdown, value, value_text, unit, figure_source, note_en, note_ru, note_ky)
select id, period_start::date, period_end::date, period_kind, indicator, breakdown, value::numeric, value_text, unit, source_id, note_en, note_ru, note_ky
from reference_row
on conflict (figure) do update set
    period_start = excluded.period_start, period_end = excluded.period_end, period_kind = excluded.period_kind,
    indicator = excluded.indicator, breakdown = excluded.breakdown, value = excluded.value, value_text = excluded.value_text,
    unit = excluded.unit, figure_source = excluded.figure_source,
    note_en = excluded.note_en, note_ru = excluded.note_ru, note_ky = excluded.note_ky;

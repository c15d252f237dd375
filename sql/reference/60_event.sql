-- Policy events. grain: an event. reads: reference_row. writes: mart.dim_event.
insert into mart.dim_event (event, starts_on, ends_on, kind, title_en, title_ru, title_ky, figure_source)
select id, date::date, nullif(end_date, '')::date, kind, title_en, title_ru, title_ky, source_id from reference_row
on conflict (event) do update set
    starts_on = excluded.starts_on, ends_on = excluded.ends_on, kind = excluded.kind, title_en = excluded.title_en,
    title_ru = excluded.title_ru, title_ky = excluded.title_ky, figure_source = excluded.figure_source;

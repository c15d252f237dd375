-- What may have changed a series: starts of programmes and policy events; and where series break.
-- grain: a programme or event. reads: mart.dim_programme, mart.dim_event. writes: nothing.
select 'programme' as "Kind", programme as "Code", starts_on as "On", regions as "Regions", name_en as "En", name_ru as "Ru", name_ky as "Ky"
from mart.dim_programme where starts_on is not null
union all
select case kind when 'series_break' then 'break' else 'event' end, event, starts_on, '{}', title_en, title_ru, title_ky
from mart.dim_event where kind in ('series_break', 'policy', 'campaign')
order by 3, 2

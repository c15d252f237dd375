-- Replaces what explains the cells: members, events, the ledger. Runs inside the publish transaction.
-- feeds, senders_…: feeds that owe reports, and who sends them. dimensions: of published cells.
-- grain: as each table of pub says. reads: mart dimensions. writes: pub.member, pub.event, pub.figure, pub.figure_source, pub.figure_indicator, pub.figure_rival.
delete from pub.member;
-- Days on which a region came to mean another territory: a part of it went to another region, or came from one.
with moved as (
    select before.soate as unit, after.soate as unit_after, before.admin1_soate, after.admin1_soate as admin1_after, before.valid_to as on_day
    from mart.dim_region as before
    join mart.dim_region as after
        on before.valid_to = after.valid_from
        and (before.soate = after.soate and before.admin1_soate <> after.admin1_soate
             or exists (
                 select from mart.bridge_region_succession as bridge
                 where bridge.predecessor = before.soate and bridge.successor = after.soate and bridge.on_day = after.valid_from))
    where before.level > 0 and after.level > 0
),
broken as (
    select distinct code, on_day
    from moved
    cross join lateral (values (unit, unit <> unit_after), (unit_after, unit <> unit_after),
        (admin1_soate, admin1_soate <> admin1_after), (admin1_after, admin1_soate <> admin1_after)) as each (code, is_broken)
    where is_broken
)
insert into pub.member (dimension, code, parent, sort, name_en, name_ru, name_ky, valid_from, valid_to, breaks)
select dimension, soate, case level when 1 then 'total' when 2 then admin1_soate end,
       case when level = -1 then 999 else row_number() over (partition by dimension order by level, soate, valid_from) end, name_en, name_ru, name_ky, valid_from, valid_to,
       array(select on_day from broken where broken.code = region.soate order by on_day)
from mart.dim_region as region
join (values (-1, 'region'), (1, 'region'), (-1, 'region_service'), (1, 'region_service'), (2, 'district')) as each (of_level, dimension) on of_level = level;
insert into pub.member (dimension, code, parent, sort, name_en, name_ru, name_ky)
values ('district', 'unknown', null, 999, 'District not stated', 'Район не указан', 'Району көрсөтүлгөн эмес');

-- Only a body that changed its code has a name other than its code.
insert into pub.member (dimension, code, parent, sort, name_en, name_ru, name_ky, valid_from, valid_to)
select 'organisation', body, 'total', row_number() over (order by body, valid_from), organisation, organisation, organisation, valid_from, valid_to
from mart.dim_organisation
where body in (select body from mart.dim_organisation where organisation <> body);

insert into pub.member (dimension, code, parent, sort, name_en, name_ru, name_ky)
select 'form', form, 'total', sort, name_en, name_ru, name_ky from mart.dim_form
union all
select 'destination', iso3, 'total', case iso3 when 'unknown' then 999 else row_number() over (order by iso3) end, name_en, name_ru, name_ky
from mart.dim_country
where country_key in (select destination_country_key from mart.fct_assistance where known_until = 'infinity')
   or country_key in (select country_key from mart.fct_agency where known_until = 'infinity') or country_key = 0
union all
select 'programme', programme, 'total', case programme when 'unknown' then 999 else row_number() over (order by programme) end, name_en, name_ru, name_ky
from mart.dim_programme
union all
select 'donor', donor, 'total', case donor when 'none' then 999 else row_number() over (order by donor) end, name_en, name_ru, name_ky from mart.dim_donor
union all
select case list when 'reason_not_applied' then 'reason' else list end, code, 'total', sort, name_en, name_ru, name_ky
-- A list that is named as a dimension is is that dimension's.
from mart.dim_code where list = any (@dimensions) or list in ('reason_not_applied', 'crime_event')
union all
select 'source', feed, 'total', sort, name_en, name_ru, name_ky
from unnest(@feeds, @senders_en, @senders_ru, @senders_ky) with ordinality as feed (feed, name_en, name_ru, name_ky, sort)
where exists (select from mart.fct_report_expected as report where report.feed = feed.feed);

delete from pub.event;
insert into pub.event (event, starts_on, ends_on, kind, title_en, title_ru, title_ky, figure_source)
select event, starts_on, ends_on, kind, title_en, title_ru, title_ky, figure_source from mart.dim_event;

delete from pub.figure;
insert into pub.figure (figure, period_start, period_end, period_kind, indicator, breakdown, value, value_text, unit, figure_source, note_en, note_ru, note_ky)
select figure, period_start, period_end, period_kind, indicator, breakdown, value, value_text, unit, figure_source, note_en, note_ru, note_ky from mart.fct_figure;

delete from pub.figure_indicator;
insert into pub.figure_indicator (indicator, measure, name_en, name_ru, name_ky)
select indicator, measure, name_en, name_ru, name_ky from mart.dim_figure_indicator;

delete from pub.figure_rival;
insert into pub.figure_rival (figure, rival, why_en, why_ru, why_ky)
select figure, rival, why_en, why_ru, why_ky from mart.bridge_figure_rival;

delete from pub.figure_source;
insert into pub.figure_source (figure_source, title, publisher, published)
select figure_source, title, publisher, published from mart.dim_figure_source;

delete from pub.source_status;
insert into pub.source_status (source_id, feed, synthetic, last_loaded_at, covers_from, covers_to, expected_every_days)
select source.source_id, source.feed, source.synthetic, max(batch.received_at), null, null, source.expected_every_days
from ops.source as source
left join ops.batch as batch on batch.source_id = source.source_id and batch.state = 'loaded'
group by source.source_id, source.feed, source.synthetic, source.expected_every_days
having max(batch.received_at) is not null or not source.synthetic;

-- A small publication to test pages and the interface on: figures of the study in its span, invented ones elsewhere.
-- grain: as each table of pub says. reads: mart dimensions. writes: pub.*.
set role analytics_etl;
update pub.publication set current = false where current;
delete from pub.cell;
delete from pub.population;
delete from pub.member;
delete from pub.event;
delete from pub.figure;
delete from pub.figure_source;
delete from pub.source_status;

insert into pub.publication (published_at, data_as_of, synthetic, current)
values ('2026-11-20T20:00:00Z', '2026-11-20T20:00:00Z', true, true);

insert into pub.member (dimension, code, parent, sort, name_en, name_ru, name_ky)
select 'region', soate, 'total', row_number() over (order by soate), name_en, name_ru, name_ky
from mart.dim_region where level = 1 and valid_to = 'infinity'
union all
select 'form', form, 'total', sort, name_en, name_ru, name_ky from mart.dim_form
union all
select case list when 'reason_not_applied' then 'reason' else list end, code, 'total', sort, name_en, name_ru, name_ky
from mart.dim_code where list in ('sex', 'age_band', 'topic', 'reason_not_applied');

insert into pub.event select event, starts_on, ends_on, kind, title_en, title_ru, title_ky, figure_source from mart.dim_event;
insert into pub.figure_source select figure_source, title, publisher, published from mart.dim_figure_source;
insert into pub.figure_indicator select indicator, measure, name_en, name_ru, name_ky from mart.dim_figure_indicator;
insert into pub.figure_rival select figure, rival, why_en, why_ru, why_ky from mart.bridge_figure_rival;
insert into pub.figure select figure, period_start, period_end, period_kind, indicator, breakdown, value, value_text, unit, figure_source, note_en, note_ru, note_ky
from mart.fct_figure;
insert into pub.population (region, year, population, interpolated, estimate_source)
select soate, year, 300000 + row_number() over (partition by year order by soate) * 90000, year % 2 = 0, 'test'
from mart.dim_region, generate_series(2017, 2026) as year where level in (0, 1) and valid_to = 'infinity';
insert into pub.donor (donor, account, name_en, name_ru, name_ky) values ('DON-A', 'donor', 'Donor A', 'Donor A', 'Donor A'), ('DON-B', null, 'Donor B', 'Donor B', 'Donor B');
insert into pub.member (dimension, code, parent, sort, name_en, name_ru, name_ky)
select 'donor', donor, 'total', 1, name_en, name_ru, name_ky from pub.donor where donor like 'DON-%';
insert into pub.cell (publication_id, profile, measure, cut, period_kind, period, period_start, period_end, members, value, status)
select publication_id, profile, 'persons_credited', case when donor is null then '' else 'donor' end, 'year', '2019', '2019-01-01', '2019-12-31',
       jsonb_strip_nulls(jsonb_build_object('donor', donor)), value, 'ok'
from pub.publication, (values ('ministry'), ('donor'), ('public')) as audience (profile), (values (null, 77), ('DON-A', 44), ('DON-B', 33)) as credit (donor, value)
where current;
insert into pub.source_status (source_id, feed, synthetic, last_loaded_at, covers_from, covers_to, expected_every_days) values
    ('demo_hotline', 'hotline', true, '2026-11-20T20:00:00Z', '2017-01-01', '2026-10-31', 31),
    ('demo_ngo_case_xlsx', 'ngo_case', true, '2026-09-01T20:00:00Z', '2017-01-01', '2026-08-31', 31);

-- Years 2017 to 2026, of which the last is provisional, and the span of the study.
create temporary table period on commit drop as
select 'year' as kind, year::text as period, make_date(year, 1, 1) as starts_on, make_date(year, 12, 31) as ends_on, year = 2026 as provisional, year - 2016 as rank
from generate_series(2017, 2026) as year
union all
select 'span', '2018-2020', date '2018-01-01', date '2020-12-31', false, 4;
create temporary table profile on commit drop as
select * from (values ('ministry', 3), ('donor', 5), ('public', 11)) as profile (name, threshold);

create temporary table truth on commit drop as
select 'persons_assisted' as measure, period.*, 'total' as region, 'total' as sex, 'total' as form, 'total' as reason,
       case when period = '2018-2020' then 355 else 90 + rank * 7 end as count
from period
union all
select measure, period.*, 'total', 'total', 'total', 'total',
       case when period = '2018-2020' then study else greatest(study / 3 + (rank % 4) - 1, 0) end
from period cross join (values ('crimes_registered', 55), ('crimes_discontinued', 31), ('crimes_sent_to_court', 24)) as step (measure, study)
union all
select 'contacts', period.*, 'total', 'total', 'total', 'total', 12000 + rank * 310 from period where kind = 'year'
union all
select 'persons_assisted', period.*, region.soate, 'total', 'total', 'total',
       case when period = '2018-2020' then region.rank * region.rank + 1 else region.rank * 2 - 1 + period.rank / 3 end
from period cross join (select soate, row_number() over (order by soate)::int as rank from mart.dim_region where level = 1 and valid_to = 'infinity') as region
union all
select 'crimes_registered', period.*, region.soate, 'total', 'total', 'total', region.rank % 4
from period cross join (select soate, row_number() over (order by soate)::int as rank from mart.dim_region where level = 1 and valid_to = 'infinity') as region
union all
select 'persons_assisted', period.*, 'total', code, 'total', 'total', case code when 'female' then 60 + rank * 3 when 'male' then 30 + rank * 4 else 0 end
from period cross join (select code from mart.dim_code where list = 'sex') as sex
union all
select 'persons_assisted', period.*, 'total', 'total', form, 'total', 80 / sort + rank from period cross join mart.dim_form where form <> 'unknown'
union all
select 'reasons_not_applied', period.*, 'total', 'total', 'total', code, 150 / (sort + 1) from period cross join (select code, sort from mart.dim_code where list = 'reason_not_applied') as reason
union all
select 'reasons_not_applied', period.*, 'total', 'total', 'total', 'total', 120 from period;

-- No cell here is cut by more than one dimension.
insert into pub.cell (publication_id, profile, measure, cut, period_kind, period, period_start, period_end, members, value, status, provisional)
select (select publication_id from pub.publication where current), profile.name, measure,
       case when region <> 'total' then 'region' when sex <> 'total' then 'sex' when form <> 'total' then 'form' when reason <> 'total' then 'reason' else '' end,
       kind, period, starts_on, ends_on,
       jsonb_strip_nulls(jsonb_build_object(
           'region', nullif(region, 'total'), 'sex', nullif(sex, 'total'), 'form', nullif(form, 'total'), 'reason', nullif(reason, 'total'))),
       case when status in ('ok', 'zero') then case when profile.name = 'ministry' or measure like 'crimes%' then count else round(count / 5.0) * 5 end end,
       status, provisional
from truth cross join profile
cross join lateral (select case
    when measure = 'contacts' and period = '2019' then 'not_reported'
    when count = 0 then 'zero'
    when measure not like 'crimes%' and count < threshold then 'withheld'
    else 'ok' end as status) as decided;

insert into pub.cell (publication_id, profile, measure, cut, period_kind, period, period_start, period_end, members, value, lower, upper, status, provisional)
select persons.publication_id, persons.profile, ratio.measure, persons.cut, persons.period_kind, persons.period, persons.period_start, persons.period_end, persons.members,
       case when persons.value > 0 then ratio.base + ratio.scale * crimes.value / persons.value end,
       case when persons.value > 0 then least(ratio.base + ratio.scale * crimes.value * 0.75 / persons.value, ratio.base + ratio.scale * crimes.value * 1.3 / persons.value) end,
       case when persons.value > 0 then greatest(ratio.base + ratio.scale * crimes.value * 0.75 / persons.value, ratio.base + ratio.scale * crimes.value * 1.3 / persons.value) end,
       case when persons.value > 0 then 'ok' else 'withheld' end, persons.provisional
from pub.cell as persons
join pub.cell as crimes using (profile, cut, period_kind, period, members)
cross join (values ('crimes_per_100_assisted', 0, 100), ('registration_gap', 1, -1)) as ratio (measure, base, scale)
where persons.measure = 'persons_assisted' and crimes.measure = 'crimes_registered' and persons.cut in ('', 'region');

delete from pub.cut;
insert into pub.cut (profile, measure, period_kind, dimensions)
select distinct profile, measure, period_kind, string_to_array(cut, ',')
from pub.cell;
reset role;

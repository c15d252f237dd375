-- Territorial units by SOATE, one line for each state of a unit: valid_from and valid_to (the first day of the next state) are empty where
-- there is no other; succeeds names the units that it came out of on valid_from, with |, also where a unit only took land over.
-- A unit that the file no longer names stays, since facts may point to it; a state of a unit that it names otherwise goes, and the facts
-- with it to the state that holds.
-- grain: a unit in one state of itself. reads: reference_row, core. writes: mart.dim_region, mart.bridge_region_succession, mart.region_at, keys of facts.
-- No file is loaded meanwhile: the lock of the pipeline.
select pg_advisory_xact_lock(x'6C6F61645F726F77'::bigint);
create temporary table region_before on commit drop as select * from mart.region_meaning;
create temporary table region_state_before on commit drop as select region_key, soate from mart.dim_region;

insert into mart.dim_region as known (soate, iso_3166_2, level, parent_soate, admin1_soate, name_en, name_ru, name_ky, valid_from, valid_to)
select soate, nullif(iso_3166_2, ''), level::smallint, nullif(parent_soate, ''),
       case level when '0' then 'unknown' when '1' then soate else parent_soate end,
       name_en, name_ru, name_ky, coalesce(nullif(valid_from, '')::date, '-infinity'), coalesce(nullif(valid_to, '')::date, 'infinity')
from reference_row
on conflict (soate, valid_from) do update set
    iso_3166_2 = excluded.iso_3166_2, level = excluded.level, parent_soate = excluded.parent_soate, admin1_soate = excluded.admin1_soate,
    name_en = excluded.name_en, name_ru = excluded.name_ru, name_ky = excluded.name_ky, valid_to = excluded.valid_to;
delete from mart.dim_region as known
where known.soate in (select soate from reference_row)
  and not exists (
      select from reference_row as row
      where row.soate = known.soate and coalesce(nullif(row.valid_from, '')::date, '-infinity') = known.valid_from);

delete from mart.bridge_region_succession;
insert into mart.bridge_region_succession (predecessor, successor, on_day)
select predecessor, soate, valid_from::date
from reference_row
cross join unnest(string_to_array(nullif(succeeds, ''), '|')) as predecessor;

delete from mart.region_at;
insert into mart.region_at (soate, region_key, valid_from, valid_to)
select soate, region_key, valid_from, valid_to from mart.region_meaning;

create temporary table region_changed on commit drop as
select distinct soate
from ((select * from region_before except select * from mart.region_at) union all (select * from mart.region_at except select * from region_before)) as changed;
select mart.rekey_regions((select array_agg(soate) from region_changed));

-- A year's population belongs to the unit as it was on 1 January, or as it first was where the series goes back further.
update mart.fct_population as fact
set region_key = (
    select state.region_key
    from mart.dim_region as state
    where state.soate = before.soate
    order by make_date(fact.year, 1, 1) >= state.valid_from and make_date(fact.year, 1, 1) < state.valid_to desc, state.valid_from
    limit 1)
from region_state_before as before
where before.region_key = fact.region_key and before.soate in (select soate from region_changed);
drop table region_before, region_state_before, region_changed;

-- Keeps the lineage of cells that the ministry's profile may see; a withheld cell has none.
-- grain: a published cell. reads: pg_temp.built_lineage, pub.cell. writes: ops.cell_lineage.
-- Both sides were filled in this transaction and have no statistics: without this the planner joins them row by row.
select set_config('enable_nestloop', 'off', true);
delete from ops.cell_lineage;
insert into ops.cell_lineage (measure, period, region, district, sex, age_band, form, destination, topic, article_group, reason, programme, donor, region_service, batches)
select measure, period, region, district, sex, age_band, form, destination, topic, article_group, reason, programme, donor, region_service, built.batches
from pg_temp.built_lineage as built
join pub.cell as cell using (measure, period, region, district, sex, age_band, form, destination, topic, article_group, reason, programme, donor, region_service)
where cell.profile = 'ministry' and cell.status = 'ok'
  and cell.organisation = 'total' and cell.source = 'total';
select set_config('enable_nestloop', 'on', true);
drop table pg_temp.built_lineage;

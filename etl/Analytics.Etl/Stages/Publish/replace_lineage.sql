-- Keeps the lineage of cells that the ministry's profile may see; a withheld cell has none.
-- grain: a published cell. reads: pg_temp.built_lineage, pub.cell. writes: ops.cell_lineage.
delete from ops.cell_lineage;
insert into ops.cell_lineage (measure, period, region, sex, age_band, form, destination, topic, reason, batches)
select measure, period, region, sex, age_band, form, destination, topic, reason, built.batches
from pg_temp.built_lineage as built
join pub.cell as cell using (measure, period, region, sex, age_band, form, destination, topic, reason)
where cell.profile = 'ministry' and cell.status = 'ok'
  and cell.organisation = 'total' and cell.source = 'total' and cell.article_group = 'total'
  and cell.programme = 'total' and cell.donor = 'total';
drop table pg_temp.built_lineage;

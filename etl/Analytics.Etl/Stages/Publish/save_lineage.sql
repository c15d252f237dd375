-- Keeps the lineage of cells that the ministry's profile may see; a withheld cell has none.
-- grain: a published cell. reads: pg_temp.built_lineage. writes: ops.cell_lineage.
delete from ops.cell_lineage;
insert into ops.cell_lineage (measure, period, members, batches)
select measure, period, members, batches from pg_temp.built_lineage;
drop table pg_temp.built_lineage;

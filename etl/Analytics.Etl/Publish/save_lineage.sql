-- Keeps the lineage of cells that the ministry's profile may see; a withheld cell has none.
-- grain: a published cell. reads: pg_temp.built_lineage. writes: ops.cell_lineage.
analyze pg_temp.built_lineage;
delete from ops.cell_lineage as kept
where not exists (
    select from pg_temp.built_lineage as built
    where (built.measure, built.period, built.members, built.batches) = (kept.measure, kept.period, kept.members, kept.batches));
insert into ops.cell_lineage (measure, period, members, batches)
select measure, period, members, batches from pg_temp.built_lineage as built
where not exists (
    select from ops.cell_lineage as kept where (built.measure, built.period, built.members) = (kept.measure, kept.period, kept.members));
drop table pg_temp.built_lineage;

-- Where the lineage of a publication is gathered.
-- grain: as ops.cell_lineage. reads: nothing. writes: pg_temp.built_lineage.
create temporary table built_lineage (like ops.cell_lineage including defaults) on commit drop;

-- summarize: the batch can be found without reading the tables that it grew.
-- grain: one row. reads: raw.<feed>, core.<feed>, facts. writes: their block range indexes.
select core.summarize_batch(@feed);

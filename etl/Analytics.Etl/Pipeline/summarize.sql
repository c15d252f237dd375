-- summarize: a large batch can be found without reading the tables that it grew.
-- grain: one row. reads: raw.<feed>, core.<feed>, facts. writes: their block range indexes and statistics.
select core.summarize_batch(@feed);

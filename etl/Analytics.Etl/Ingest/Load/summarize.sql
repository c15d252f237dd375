-- summarize: the batch can be found without reading the tables that it grew.
-- grain: one row. reads: raw.<feed> and core.<feed>, or facts. writes: their block range indexes and statistics.
select core.summarize_batch(@feed, @of_facts, @is_large);

-- A row of raw is found by its batch and line: a large file is merged piece by piece while the rest of it is still read, and a piece is
-- a range of lines.
-- grain: as before. reads: raw.<feed>. writes: indexes of raw.<feed>.
drop index raw.hotline_batch, raw.ngo_case_batch, raw.ngo_monthly_batch, raw.register_crime_batch, raw.register_event_batch,
    raw.labour_inspection_batch, raw.population_batch;
create index hotline_line on raw.hotline (batch_id, line);
create index ngo_case_line on raw.ngo_case (batch_id, line);
create index ngo_monthly_line on raw.ngo_monthly (batch_id, line);
create index register_crime_line on raw.register_crime (batch_id, line);
create index register_event_line on raw.register_event (batch_id, line);
create index labour_inspection_line on raw.labour_inspection (batch_id, line);
create index population_line on raw.population (batch_id, line);

-- Rows of a batch are found without reading the table: batches come in order, so a block range index is enough.
-- reads: nothing. writes: indexes of core.*
create index hotline_version_batch on core.hotline using brin (batch_id);
create index ngo_case_version_batch on core.ngo_case using brin (batch_id);
create index register_crime_version_batch on core.register_crime using brin (batch_id);
create index register_event_version_batch on core.register_event using brin (batch_id);
create index ngo_monthly_version_batch on core.ngo_monthly using brin (batch_id);
create index labour_inspection_version_batch on core.labour_inspection using brin (batch_id);
create index population_version_batch on core.population using brin (batch_id);

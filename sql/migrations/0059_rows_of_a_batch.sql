-- The rows of a small batch are found among few others, in every feed as in hotline; and a publication by what it started.
-- grain: as before. reads: core.<feed>, pub.cell_version. writes: their indexes.
drop index core.ngo_case_version_batch, core.register_crime_version_batch, core.register_event_version_batch, core.ngo_monthly_version_batch,
    core.labour_inspection_version_batch;
create index ngo_case_version_batch on core.ngo_case using brin (batch_id) with (pages_per_range = 16);
create index register_crime_version_batch on core.register_crime using brin (batch_id) with (pages_per_range = 16);
create index register_event_version_batch on core.register_event using brin (batch_id) with (pages_per_range = 16);
create index ngo_monthly_version_batch on core.ngo_monthly using brin (batch_id) with (pages_per_range = 16);
create index labour_inspection_version_batch on core.labour_inspection using brin (batch_id) with (pages_per_range = 16);
create index cell_version_from on pub.cell_version (published_from);

-- What a region code means is asked by every load; it is worked out once, when the regions are loaded (repeatable/views/region_meaning.sql).
drop view if exists mart.region_at;
create table mart.region_at (
    soate text not null,
    region_key integer not null,
    valid_from date not null,
    valid_to date not null,
    primary key (soate, valid_from)
);
comment on table mart.region_at is 'grain: a region code and a stretch of time: the state of the unit that the code means then. A day without one: unknown. As mart.region_meaning, written by the load of the regions.';

-- Which combinations of dimensions a measure is published by, so that nobody reads every cell to find out.
-- reads: nothing. writes: pub.cut.
create table pub.cut (
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    period_kind text not null,
    dimensions text[] not null,
    primary key (profile, measure, period_kind, dimensions)
);
comment on table pub.cut is 'grain: a combination of dimensions that a measure is published by to a profile, at a kind of period.';
alter table pub.cut enable row level security;
create policy ministry_reads_its_cuts on pub.cut for select to analytics_ministry using (profile = 'ministry');
create policy donor_reads_its_cuts on pub.cut for select to analytics_donor using (profile = 'donor');
create policy public_reads_its_cuts on pub.cut for select to analytics_public using (profile = 'public');
create policy etl_writes_cuts on pub.cut for all to analytics_etl using (true) with check (true);
insert into pub.cut (profile, measure, period_kind, dimensions)
select distinct
    profile,
    measure,
    period_kind,
    array_remove(array[
        case when region <> 'total' then 'region' end,
        case when sex <> 'total' then 'sex' end,
        case when age_band <> 'total' then 'age_band' end,
        case when form <> 'total' then 'form' end,
        case when destination <> 'total' then 'destination' end,
        case when organisation <> 'total' then 'organisation' end,
        case when source <> 'total' then 'source' end,
        case when topic <> 'total' then 'topic' end,
        case when article_group <> 'total' then 'article_group' end,
        case when reason <> 'total' then 'reason' end,
        case when programme <> 'total' then 'programme' end,
        case when donor <> 'total' then 'donor' end
    ], null)
from pub.cell;

-- Capture histories of linked persons, the estimates made of them, and what readers may see of both.
-- reads: nothing. writes: mart.fct_capture_history, mart.fct_estimate, pub.estimate.

-- grain: a period, stratum and set of lists.
create table mart.fct_capture_history (
    period text not null,
    period_kind text not null check (period_kind in ('year', 'span', 'all')),
    stratum text not null default 'total',
    lists text[] not null check (cardinality(lists) > 0),
    persons integer not null check (persons > 0),
    primary key (period, stratum, lists)
);
comment on table mart.fct_capture_history is 'grain: a period, stratum (total, or a region as SOATE) and set of lists, with the linked persons who stand on exactly these lists with a record in the period.';

-- grain: an estimate of a period.
create table mart.fct_estimate (
    period text primary key,
    histories jsonb not null,
    miss_rate double precision,
    false_match_rate double precision,
    seed bigint not null,
    replicates integer not null,
    engine text not null,
    verdict text not null,
    result jsonb not null,
    estimated_at timestamptz not null
);
comment on table mart.fct_estimate is 'grain: the estimate of a period, with the counts, seed and engine that give it again.';

-- grain: a profile and period: the estimate or its refusal, with its overlaps, as the profile may see them.
create table pub.estimate (
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    period text not null,
    period_kind text not null,
    content jsonb not null,
    primary key (profile, period)
);
comment on table pub.estimate is 'grain: a profile and period. content: Analytics.Domain.Estimation.EstimateSummary as JSON, already protected and rounded.';
alter table pub.estimate enable row level security;
create policy ministry_reads_its_estimates on pub.estimate for select to analytics_ministry using (profile = 'ministry');
create policy donor_reads_its_estimates on pub.estimate for select to analytics_donor using (profile = 'donor');
create policy public_reads_its_estimates on pub.estimate for select to analytics_public using (profile = 'public');
create policy etl_writes_estimates on pub.estimate for all to analytics_etl using (true) with check (true);

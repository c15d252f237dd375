-- What was published before: the cells of every publication as readers saw them, and the counts behind the protected ones.
-- reads: nothing. writes: pub.cell_version, pub.revision, mart.protected_count.

-- grain: a version of a cell of one audience profile. Only a cell that changed takes space.
create table pub.cell_version (
    published_from bigint not null references pub.publication,
    published_to bigint references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    period_kind text not null,
    period text not null,
    period_start date not null,
    period_end date not null,
    region text not null,
    sex text not null,
    age_band text not null,
    form text not null,
    destination text not null,
    organisation text not null,
    source text not null,
    topic text not null,
    article_group text not null,
    reason text not null,
    value numeric,
    lower numeric,
    upper numeric,
    status text not null check (status in ('ok', 'zero', 'withheld', 'not_reported')),
    provisional boolean not null,
    primary key (profile, measure, period_kind, period, region, sex, age_band, form, destination, organisation, source, topic, article_group, reason, published_from),
    check (published_from < published_to),
    constraint cell_version_value_only_when_known check ((status in ('ok', 'zero')) = (value is not null))
);
comment on table pub.cell_version is 'grain: a published cell for one audience profile as it stood from publication published_from up to, not including, published_to (null: it still stands).';
create unique index cell_version_standing on pub.cell_version
    (profile, measure, period_kind, period, region, sex, age_band, form, destination, organisation, source, topic, article_group, reason)
    where published_to is null;
create index cell_version_published on pub.cell_version (published_from);
alter table pub.cell_version enable row level security;
create policy ministry_reads_its_versions on pub.cell_version for select to analytics_ministry using (profile = 'ministry');
create policy donor_reads_its_versions on pub.cell_version for select to analytics_donor using (profile = 'donor');
create policy public_reads_its_versions on pub.cell_version for select to analytics_public using (profile = 'public');
create policy etl_writes_versions on pub.cell_version for all to analytics_etl using (true) with check (true);

-- grain: a change of a published cell after its period was signed off.
create view pub.revision with (security_invoker = true) as
select version.*, publication.published_at
from (
    select published_from as publication_id, profile, measure, period_kind, period, period_start, period_end,
           region, sex, age_band, form, destination, organisation, source, topic, article_group, reason,
           lag(value) over cell as old_value, lag(status) over cell as old_status,
           value as new_value, status as new_status, provisional,
           bool_or(not provisional and status <> 'not_reported') over (cell rows between unbounded preceding and 1 preceding) as was_final
    from pub.cell_version
    window cell as (
        partition by profile, measure, period_kind, period, region, sex, age_band, form, destination, organisation, source, topic, article_group, reason
        order by published_from)
) as version
join pub.publication as publication using (publication_id)
where was_final and (old_status, old_value) is distinct from (new_status, new_value);
comment on view pub.revision is 'grain: a cell and the publication that changed it after it had been published as final. Old and new are as the profile saw them: a withheld value is never told, on either side.';

-- grain: a version of a true count behind a protected cell, as it was when a publication protected it.
create table mart.protected_count (
    published_from bigint not null references pub.publication,
    published_to bigint references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    codes text[] not null,
    count bigint not null,
    contributors integer not null,
    largest bigint not null,
    second bigint not null,
    withheld boolean not null,
    primary key (profile, measure, codes, published_from),
    check (published_from < published_to)
);
comment on table mart.protected_count is 'grain: a cell of a protected table (named by the measure that decides its pattern) and profile, from publication published_from up to, not including, published_to. Read by the publish stage alone, to attack what readers can put together from several publications.';

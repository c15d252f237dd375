-- What publishing remembers: which figure was shown, which files stand behind a cell, the true counts behind what was withheld (so that the
-- next publication is attacked together with the last ones), what releases gave away, and what was published last. Readers see none of it.
-- reads: pub.publication; the view, what is published from. writes: ops.figure_shown, ops.cell_lineage, ops.protected_count,
-- ops.estimate_release, ops.information_loss, ops.synthetic_release, ops.publication_fault, ops.published_input, ops.publication_input.
create table ops.figure_shown (
    figure_id text primary key check (figure_id ~ '^[A-Z]{2}-[0-9A-Z]{6,10}$'),
    publication_id bigint not null,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    query jsonb not null,
    first_shown_at timestamptz not null default now(),
    last_shown_at timestamptz not null default now()
);
comment on table ops.figure_shown is 'grain: a figure that was shown; its id leads back to what was asked of which publication.';
comment on column ops.figure_shown.last_shown_at is 'When it was last shown or looked up, to a day or less; what is shown again stays.';
create index figure_shown_last on ops.figure_shown (last_shown_at);
grant select, insert on ops.figure_shown to analytics_admin;
grant update (last_shown_at) on ops.figure_shown to analytics_admin;

create table ops.cell_lineage (
    measure text not null,
    period text not null,
    members jsonb not null,
    batches bigint[] not null check (cardinality(batches) > 0),
    primary key (measure, period, members)
);
comment on table ops.cell_lineage is
    'grain: a published count cell. batches: those with a row that counts in it, never how many rows. A withheld cell has no entry, '
    'since the number of its files would bound its count.';
create index cell_lineage_batches on ops.cell_lineage using gin (batches);
grant select on ops.cell_lineage to analytics_admin;

create table ops.protected_count (
    published_from bigint not null references pub.publication,
    published_to bigint references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    members jsonb not null,
    count bigint not null,
    contributors integer not null,
    largest bigint not null,
    second bigint not null,
    withheld boolean not null,
    primary key (profile, measure, members, published_from),
    check (published_from < published_to)
);
comment on table ops.protected_count is
    'grain: a cell of a protected table (named by the measure that decides its pattern) and profile, from publication published_from '
    'up to, not including, published_to. members: code by the name of the dimension, the period among them; a dimension that the cell '
    'is not cut by is left out. Read by the publish stage alone, to attack what readers can put together from several publications.';

-- Readers keep what they were shown, so the next release is checked with it.
create table ops.estimate_release (
    publication_id bigint not null references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    period text not null,
    histories integer[] not null,
    withheld integer[] not null,
    rounded_to integer not null check (rounded_to > 0),
    primary key (profile, period, publication_id)
);
comment on table ops.estimate_release is
    'grain: an estimate of a period that a profile was shown while overlaps of lists were withheld from it, from the publication in '
    'which its counts, what was withheld of them, or its rounding became so. histories: persons by set of lists, index 1 for those on '
    'no list, then by bits in the order hotline, ngo, international, register, government. withheld: the sets withheld, as bit masks. '
    'Never shown to readers.';

create table ops.information_loss (
    publication_id bigint not null references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    cut text not null,
    cells integer not null,
    small integer not null,
    withheld integer not null,
    share_withheld numeric(4,2) not null check (share_withheld between 0 and 1),
    primary key (publication_id, profile, measure, cut),
    check (small between 0 and cells),
    check (withheld between small and cells)
);
comment on table ops.information_loss is
    'grain: a publication, profile, protected table (named by its first measure) and cut (dimensions joined by ×, empty for the '
    'totals). small: withheld with a count of 1 to the threshold; the rest of withheld are larger counts that are held by too few '
    'organisations or protect others. share_withheld: counts in withheld cells over all counts of the cut, to whole hundredths. Never '
    'shown to readers.';

-- Written before the file is, since privacy that may have been spent counts as spent.
create table ops.synthetic_release (
    synthetic_release_id bigint generated always as identity primary key,
    released_at timestamptz not null,
    attributes text[] not null,
    largest_order integer not null check (largest_order between 1 and 3),
    epsilon double precision not null check (epsilon > 0),
    delta double precision not null check (delta > 0 and delta < 1),
    rho double precision not null check (rho > 0),
    records integer not null
);
comment on table ops.synthetic_release is
    'grain: a release of synthetic records of fct_assistance. rho: its loss in zero-concentrated differential privacy; losses of all '
    'releases add up.';

create table ops.publication_fault (
    publication_fault_id bigint generated always as identity primary key,
    faulted_at timestamptz not null,
    checks text[] not null,
    mended_at timestamptz
);
comment on table ops.publication_fault is
    'grain: a publication that was blocked because the warehouse failed checks. mended_at: when the next one succeeded; while it is '
    'empty the next one makes everything derived again from raw.';

create table ops.published_input (
    only_row boolean primary key default true check (only_row),
    publication_id bigint not null,
    inputs jsonb not null
);
comment on table ops.published_input is
    'grain: one row. inputs: by kind the state of what the last publication was made of, as ops.publication_input gave it then.';

-- What is loaded and not published can be told at any moment, also after the process that loaded it was killed.
create view ops.publication_input as
select 'files' as name, count(*) || ' ' || coalesce(max(received_at)::text, '') as state
from ops.batch where state = 'loaded' and inserted + updated + deleted > 0
union all
select 'linkage',
       (select count(*) || ' ' || count(undone_at) || ' ' || coalesce(max(link_decision_id), 0) || ' ' || coalesce(max(undone_at)::text, '')
        from ops.link_decision)
    || ' ' || (select coalesce(string_agg(round || coalesce(closed_at::text, ''), ',' order by round), '') from ops.link_round)
union all
select 'programmes', md5(concat_ws('|',
    (select string_agg(row::text, ',' order by row::text) from mart.dim_programme as row),
    (select string_agg(row::text, ',' order by row::text) from mart.dim_donor as row),
    (select string_agg(row::text, ',' order by row::text) from mart.bridge_programme_donor as row),
    (select string_agg(row::text, ',' order by row::text) from mart.fct_grant as row),
    (select string_agg(
                concat_ws(' ', programme_key, indicator, period, entered_on, target), ','
                order by programme_key, indicator, period, entered_on)
     from mart.fct_target)))
union all
select 'rebuild', count(*)::text from ops.rebuild
union all
select 'reference', coalesce(max(applied_at)::text, '') from ops.script
union all
select 'reports', md5(coalesce(string_agg(row::text, ',' order by row::text), '')) from ops.report_duty as row
union all
select 'sign-off', count(*)::text from ops.period_review;
comment on view ops.publication_input is 'grain: a kind of input of a publication. state: changes when anything of that kind did.';

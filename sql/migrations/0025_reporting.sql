-- Who owes which report, what came of it, what is wrong with what came, and what somebody should look at.
-- reads: nothing. writes: ops.report_duty, ops.batch, ops.batch_fill, ops.quality_result, ops.alert, core.batch_report,
-- mart.fct_report_expected, pub.report_status.

-- grain: a declaration that an organisation owes a feed a report for each month, from one month on.
create table ops.report_duty (
    feed text not null,
    organisation text not null,
    from_month date not null check (extract(day from from_month) = 1),
    to_month date check (to_month >= from_month and extract(day from to_month) = 1),
    due_day smallint not null check (due_day between 1 and 28),
    source_id text not null,
    region text,
    primary key (feed, organisation, from_month)
);
comment on table ops.report_duty is 'grain: an organisation''s duty to report to a feed. Written from the settings of the sources at each start. due_day: day of the month after the one reported on. region: SOATE of where it works, when declared.';

-- The day a file came, where it came before it was loaded and says so; and when its rows were examined.
alter table ops.batch add column arrived_on date;
alter table ops.batch add column examined_at timestamptz;
create index batch_not_examined on ops.batch (batch_id) where examined_at is null and state = 'loaded';

-- grain: a batch, an organisation ('' where the source reports for itself) and a stretch of months it reports on.
create table core.batch_report (
    batch_id bigint not null,
    organisation text not null,
    first_month date not null,
    last_month date not null check (last_month >= first_month),
    primary key (batch_id, organisation, first_month)
);
comment on table core.batch_report is 'grain: a batch, organisation and stretch of months. A monthly report covers its month; a file of cases, contacts or crimes covers the months from its first row to its last.';

alter table mart.fct_report_expected drop constraint fct_report_expected_pkey;
alter table mart.fct_report_expected
    add column feed text not null,
    add column due_on date not null,
    add column received_on date,
    add primary key (feed, organisation, month_date_key);
comment on table mart.fct_report_expected is 'grain: a feed, organisation and month that is over. expected: its due day is over, or it came already. on_time is null while it has not come, and where it came in with an archive so that nobody knows when it first came. Missing: expected and not received.';

-- grain: a feed, organisation and month that is over. Official acts of reporting, shown by name to the coordinating body alone.
create table pub.report_status (
    feed text not null,
    organisation text not null,
    month date not null,
    status text not null check (status in ('on_time', 'late', 'received', 'missing', 'not_due')),
    nil boolean not null,
    due_on date not null,
    received_on date,
    primary key (feed, organisation, month)
);
comment on table pub.report_status is 'grain: a feed, organisation and month. received: it came, and when it first came is not known. nil: it came and says zero.';
alter table pub.report_status enable row level security;
create policy ministry_reads_reports on pub.report_status for select to analytics_ministry using (true);
create policy etl_writes_reports on pub.report_status for all to analytics_etl using (true) with check (true);

-- grain: a batch and rule of the quality catalogue.
create table ops.quality_result (
    batch_id bigint not null references ops.batch,
    rule text not null,
    severity text not null check (severity in ('error', 'warning', 'info')),
    checked bigint not null,
    found bigint not null check (found between 0 and checked),
    still_open bigint not null check (still_open between 0 and found),
    lines bigint[] not null default '{}',
    subjects text[] not null default '{}',
    primary key (batch_id, rule)
);
comment on table ops.quality_result is 'grain: a batch and rule. checked: rows, months or columns looked at. still_open: found and not corrected since. lines: line numbers of the first of them; subjects: columns, or months of a series; never a value of a row.';
create index quality_result_open on ops.quality_result (rule) where still_open > 0;

-- grain: a batch and column; how many rows have a value in it.
create table ops.batch_fill (
    batch_id bigint not null references ops.batch,
    column_name text not null,
    read bigint not null,
    filled bigint not null check (filled between 0 and read),
    primary key (batch_id, column_name)
);

-- grain: something that somebody should look at, from when it began until it ended by itself.
create table ops.alert (
    alert_id bigint generated always as identity primary key,
    kind text not null check (kind in ('quiet', 'stale', 'quality', 'job')),
    subject text not null,
    since timestamptz not null,
    details jsonb not null,
    opened_at timestamptz not null,
    closed_at timestamptz check (closed_at >= opened_at)
);
comment on table ops.alert is 'grain: an alert. subject: feed and organisation, source, batch and rule, or job. details: names and counts, no values. An alert that ended is kept.';
create unique index alert_one_open on ops.alert (kind, subject) where closed_at is null;

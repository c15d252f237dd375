-- Whoever is limited to sources sees rows of these alone, whatever page asks: each connection of the administrator's pages says for
-- which sources it reads, and without a word it reads none.
-- reads: nothing. writes: policies of ops and pub.

create function ops.sees_source(source text) returns boolean
    language sql stable
    return coalesce(current_setting('analytics.sources', true) = '*' or source = any (string_to_array(current_setting('analytics.sources', true), ',')), false);
comment on function ops.sees_source(text) is 'Whether this connection reads for a source: setting analytics.sources, * for all, or ids separated by commas.';

do $policies$
declare
    guarded text;
    condition text;
begin
    for guarded, condition in
        values ('source', 'ops.sees_source(source_id)'),
               ('batch', 'ops.sees_source(source_id)'),
               ('source_month', 'ops.sees_source(source_id)'),
               ('period_review', 'ops.sees_source(source_id)'),
               ('report_duty', 'ops.sees_source(source_id)'),
               ('run', 'ops.sees_source(job)'),
               ('quality_result', 'batch_id in (select batch_id from ops.batch)'),
               ('alert', 'ops.sees_source(coalesce(details ->> ''source'', details ->> ''job'')) or exists (select from ops.report_duty as duty where duty.feed = details ->> ''feed'' and duty.organisation = details ->> ''organisation'')'),
               -- A pair of records may be of any two sources.
               ('link_run', 'ops.sees_source(''*'')'),
               ('link_decision', 'ops.sees_source(''*'')')
    loop
        execute format('alter table ops.%I enable row level security', guarded);
        execute format('create policy worker_works_with_all on ops.%I for all to analytics_etl using (true) with check (true)', guarded);
        execute format('create policy pages_see_their_sources on ops.%I for all to analytics_admin using (%s) with check (%s)', guarded, condition, condition);
    end loop;
end
$policies$;

alter table mart.fct_report_expected add column source_id text not null default '';
alter table pub.report_status add column source_id text not null default '';
comment on column pub.report_status.source_id is 'The source that the report was declared with.';
drop policy ministry_reads_reports on pub.report_status;
create function pub.sees_source(source text) returns boolean
    language sql stable
    return coalesce(current_setting('analytics.sources', true) = '*' or source = any (string_to_array(current_setting('analytics.sources', true), ',')), false);
create policy ministry_reads_reports on pub.report_status for select to analytics_ministry using (pub.sees_source(source_id));

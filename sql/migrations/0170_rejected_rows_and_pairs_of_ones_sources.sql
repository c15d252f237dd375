-- Rejected rows, and the pairs and bands that reviewers are asked about, are seen by whoever sees their sources, whatever page asks.
-- The worker writes them by insert: rows are not copied into a table that is guarded by row.
-- reads: nothing. writes: policies of ops.
do $policies$
declare
    guarded text;
    condition text;
begin
    for guarded, condition in
        values ('rejected_row', 'batch_id in (select batch_id from ops.batch)'),
               -- A pair of records may be of any two sources, and a band is of all of them.
               ('link_review', 'ops.sees_source(''*'')'),
               ('link_band', 'ops.sees_source(''*'')')
    loop
        execute format('alter table ops.%I enable row level security', guarded);
        execute format('create policy worker_works_with_all on ops.%I for all to analytics_etl using (true) with check (true)', guarded);
        execute format('create policy pages_see_their_sources on ops.%I for all to analytics_admin using (%s) with check (%s)', guarded, condition, condition);
    end loop;
end
$policies$;

-- ops.find_rejected: the problems of rejected rows that a filter means; what is null does not restrict, and an empty column means
-- problems of the row as a whole.
-- grain: a problem of a row. reads: ops.rejected_row, ops.batch. writes: nothing.
create or replace function ops.find_rejected(
    in_feed text, in_source text, in_batch bigint, in_rule text, in_column text, in_state text, in_since date)
    returns setof ops.rejected_row
    language sql stable
as $find$
        select problem.*
        from ops.rejected_row as problem
        join ops.batch as batch on batch.batch_id = problem.batch_id
        where (in_feed is null or batch.feed = in_feed)
          and (in_source is null or batch.source_id = in_source)
          and (in_batch is null or problem.batch_id = in_batch)
          and (in_rule is null or problem.rule = in_rule)
          and (in_column is null or coalesce(problem.column_name, '') = in_column)
          and (in_state is null or problem.state = in_state)
          and (in_since is null or batch.received_at >= in_since::timestamp at time zone 'Asia/Bishkek');
$find$;
grant execute on function ops.find_rejected(text, text, bigint, text, text, text, date) to analytics_etl, analytics_admin;

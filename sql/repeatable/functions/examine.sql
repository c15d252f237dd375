-- What the rules of quality need to look at rows.
-- reads: raw.<feed>. writes: functions.
create or replace function core.last_day(value core.partial_date) returns integer
    language sql immutable strict parallel safe
    return case when value % 10000 = 0 then value + 1231 when value % 100 = 0 then value + 31 else value end;
comment on function core.last_day(core.partial_date) is 'The last day that a partial date can mean, as yyyymmdd (31 for the end of any month). Its first is the partial date itself, as far as order goes.';

-- The columns are those of the feed's declaration; names are quoted by format, values are parameters.
create or replace function core.filled_columns(feed text, columns text[], batch bigint)
    returns table (column_name text, read bigint, filled bigint)
    language plpgsql stable
as $filled$
begin
    return query execute format(
        'select name, counted.read, counted.filled[place] from (select count(*) as read, array[%s]::bigint[] as filled from raw.%I where batch_id = $1) as counted, unnest($2) with ordinality as c (name, place)',
        (select string_agg(format('count(%I)', name), ', ' order by place) from unnest(columns) with ordinality as c (name, place)), feed)
    using batch, columns;
end
$filled$;
grant execute on function core.last_day(core.partial_date), core.filled_columns(text, text[], bigint) to analytics_etl;

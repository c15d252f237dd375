-- What the rules of quality need to look at rows.
-- reads: nothing. writes: functions.
create or replace function core.last_day(value core.partial_date) returns integer
    language sql immutable strict parallel safe
    return case when value % 10000 = 0 then value + 1231 when value % 100 = 0 then value + 31 else value end;
comment on function core.last_day(core.partial_date) is 'The last day that a partial date can mean, as yyyymmdd (31 for the end of any month). Its first is the partial date itself, as far as order goes.';

grant execute on function core.last_day(core.partial_date) to analytics_etl;

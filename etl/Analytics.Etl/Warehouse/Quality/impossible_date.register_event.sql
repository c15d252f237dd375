-- impossible_date: a step lies in the future or before 1990.
-- grain: one row of counts and line numbers. reads: core.register_event. writes: nothing.
select count(*) filter (where true) as checked,
       count(*) filter (where event_at > @today or event_at < 19900000) as found,
       coalesce((array_agg(line order by line) filter (where event_at > @today or event_at < 19900000))[1:100], '{}') as lines
from core.register_event
where batch_id = @batch_id and known_until = 'infinity' and not withdrawn;

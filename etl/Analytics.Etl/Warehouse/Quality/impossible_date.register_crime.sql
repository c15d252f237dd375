-- impossible_date: a registration lies in the future or before 1990.
-- grain: one row of counts and line numbers. reads: core.register_crime. writes: nothing.
select count(*) filter (where true) as checked,
       count(*) filter (where registered_at > @today or registered_at < 19900000) as found,
       coalesce((array_agg(line order by line) filter (where registered_at > @today or registered_at < 19900000))[1:100], '{}') as lines
from core.register_crime
where batch_id = @batch_id and known_until = 'infinity' and not withdrawn;

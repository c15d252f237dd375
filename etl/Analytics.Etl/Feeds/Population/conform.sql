-- conform: population figures from canonical text to types.
-- grain: a row of raw.population. reads: raw.population. writes: nothing; core.merge_incoming reads this view by batch.
create or replace temporary view incoming as
select batch_id, line, row_hash,
       soate,
       year::integer as year,
       sex,
       population::bigint as population,
       source,
       null::timestamptz as updated_at,
       false as withdrawn
from raw.population;

-- conform: registered crimes from canonical text to types.
-- grain: a row of raw.register_crime. reads: raw.register_crime. writes: nothing; core.merge_incoming reads this view by batch.
create or replace temporary view incoming as
select batch_id, line, row_hash,
       register_no,
       rpad(replace(registered_at, '-', ''), 8, '0')::integer as registered_at,
       article,
       split_part(article, ' ', 1) as article_no,
       region,
       victims_count::integer as victims_count,
       string_to_array(victim_tokens, '|') as victim_tokens,
       suspects_count::integer as suspects_count,
       updated_at::timestamptz as updated_at,
       false as withdrawn
from raw.register_crime;

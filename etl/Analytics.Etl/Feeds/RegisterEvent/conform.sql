-- conform: steps of crimes from canonical text to types.
-- grain: a row of raw.register_event. reads: raw.register_event. writes: nothing; core.merge_incoming reads this view by batch.
create or replace temporary view incoming as
select batch_id, line, row_hash,
       register_no,
       rpad(replace(event_at, '-', ''), 8, '0')::integer as event_at,
       event,
       article_to,
       split_part(article_to, ' ', 1) as article_to_no,
       ground,
       persons_count::integer as persons_count,
       null::timestamptz as updated_at,
       false as withdrawn
from raw.register_event;

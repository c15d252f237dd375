-- raw.hotline: every accepted row of the feed, whichever way it is kept.
-- grain: a row of a batch. reads: raw.hotline_row, raw.hotline_packed. writes: views, and their grants.
-- The hash of a packed row is made again from what it covers: the columns with their separators. A row is taken apart once (offset 0), and
-- not for every column. The planner takes an array for ten rows, where it takes a string's table for a thousand and a small batch for a large one.
create or replace view raw.hotline_unpacked as
select packed.batch_id, row.field[1]::bigint as line,
       encode(substring(sha256(convert_to(array_to_string(row.field[3:], U&'\001F'), 'UTF8')) for 16), 'hex')::uuid as row_hash,
       nullif(row.field[2], '')::json as received,
       nullif(row.field[3], '') as contact_id, nullif(row.field[4], '') as started_at, nullif(row.field[5], '') as duration_s,
       nullif(row.field[6], '') as channel, nullif(row.field[7], '') as language, nullif(row.field[8], '') as caller_role,
       nullif(row.field[9], '') as caller_region, nullif(row.field[10], '') as topic, nullif(row.field[11], '') as destination_country,
       nullif(row.field[12], '') as suspected_trafficking, nullif(row.field[13], '') as forms, nullif(row.field[14], '') as sex,
       nullif(row.field[15], '') as age, nullif(row.field[16], '') as citizenship, nullif(row.field[17], '') as referred_to,
       nullif(row.field[18], '') as victim_identified, nullif(row.field[19], '') as person_token
from raw.hotline_packed as packed
cross join lateral (select string_to_array(text, U&'\001F') as field from unnest(string_to_array(packed.rows, U&'\001E')) as text offset 0) as row;
comment on view raw.hotline_unpacked is 'grain: a packed row of a batch. As raw.hotline.';

create or replace view raw.hotline as
select batch_id, line, row_hash, received, contact_id, started_at, duration_s, channel, language, caller_role, caller_region, topic,
       destination_country, suspected_trafficking, forms, sex, age, citizenship, referred_to, victim_identified, person_token
from raw.hotline_row
union all
select batch_id, line, row_hash, received, contact_id, started_at, duration_s, channel, language, caller_role, caller_region, topic,
       destination_country, suspected_trafficking, forms, sex, age, citizenship, referred_to, victim_identified, person_token
from raw.hotline_unpacked;
comment on view raw.hotline is 'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading changed.';
grant select on raw.hotline, raw.hotline_unpacked to analytics_etl;

-- conform: hotline rows from canonical text to types.
-- grain: a row of raw.hotline. reads: raw.hotline. writes: nothing; core.merge_incoming reads this view by batch.
create or replace temporary view incoming as
select batch_id, line, row_hash,
       contact_id,
       rpad(replace(left(started_at, 10), '-', ''), 8, '0')::integer as started_on,
       case when length(started_at) > 10 then started_at::timestamptz end as started_at,
       duration_s::integer as duration_s,
       channel, language, caller_role, caller_region, topic, destination_country, suspected_trafficking,
       string_to_array(forms, '|') as forms,
       sex,
       split_part(rtrim(age, '+'), '-', 1)::integer as age_from,
       case when age not like '%+' then coalesce(nullif(split_part(age, '-', 2), ''), age)::integer end as age_to,
       citizenship, referred_to, victim_identified, person_token,
       null::timestamptz as updated_at,
       false as withdrawn
from raw.hotline;

-- conform: case rows from canonical text to types.
-- grain: a row of raw.ngo_case. reads: raw.ngo_case. writes: nothing; core.merge_incoming reads this view by batch.
create or replace temporary view incoming as
select batch_id, line, row_hash,
       organisation, case_ref,
       rpad(replace(intake_date, '-', ''), 8, '0')::integer as intake_date,
       person_token, sex,
       birth_year::integer as birth_year,
       split_part(rtrim(age_at_intake, '+'), '-', 1)::integer as age_from,
       case when age_at_intake not like '%+' then coalesce(nullif(split_part(age_at_intake, '-', 2), ''), age_at_intake)::integer end as age_to,
       citizenship, region_origin, region_service, destination_country,
       string_to_array(forms, '|') as forms,
       sector,
       string_to_array(acts, '|') as acts,
       string_to_array(means, '|') as means,
       string_to_array(means_of_control, '|') as means_of_control,
       recruitment_channel,
       rpad(replace(exploitation_start, '-', ''), 8, '0')::integer as exploitation_start,
       rpad(replace(exploitation_end, '-', ''), 8, '0')::integer as exploitation_end,
       identified_by, victim_status,
       string_to_array(services, '|') as services,
       applied_to_police,
       string_to_array(reasons_not_applied, '|') as reasons_not_applied,
       programme,
       updated_at::timestamptz as updated_at,
       coalesce(deleted = 'yes', false) as withdrawn
from raw.ngo_case;

-- conform: monthly counts from canonical text to types. What a count is not broken down by is unknown.
-- grain: a row of raw.ngo_monthly. reads: raw.ngo_monthly. writes: nothing; core.merge_incoming reads this view by batch.
create or replace temporary view incoming as
select batch_id, line, row_hash,
       organisation,
       rpad(replace(month, '-', ''), 8, '0')::integer as month,
       coalesce(region_service, '') as region_service,
       coalesce(sex, 'unknown') as sex,
       coalesce(form, '') as form,
       persons_assisted::integer as persons_assisted,
       services_delivered::integer as services_delivered,
       coalesce(nil_report = 'yes', false) as nil_report,
       null::timestamptz as updated_at,
       false as withdrawn
from raw.ngo_monthly;

-- conform: inspections from canonical text to types.
-- grain: a row of raw.labour_inspection. reads: raw.labour_inspection. writes: nothing; core.merge_incoming reads this view by batch.
create or replace temporary view incoming as
select batch_id, line, row_hash,
       inspection_no,
       rpad(replace(inspected_on, '-', ''), 8, '0')::integer as inspected_on,
       region, sector,
       case announced when 'yes' then true when 'no' then false end as announced,
       indicators_found::integer as indicators_found,
       persons_referred::integer as persons_referred,
       null::timestamptz as updated_at,
       false as withdrawn
from raw.labour_inspection;

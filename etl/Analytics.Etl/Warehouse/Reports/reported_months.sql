-- reported_months: which months the rows of a batch report on, and for whom.
-- A monthly report covers its own month. A file of cases, contacts, crimes or inspections covers the months from its first row to
-- its last: a month between two others with nothing in it is a month in which nothing happened.
-- grain: a batch, organisation and stretch of months. reads: raw.*, core.hotline. writes: core.batch_report.
with stretch as (
    select organisation, month as first_month, month as last_month
    from raw.ngo_monthly
    where batch_id = @batch_id
    group by organisation, month
    union all
    select organisation, min(left(intake_date, 7)), max(left(intake_date, 7))
    from raw.ngo_case
    where batch_id = @batch_id and length(intake_date) >= 7
    group by organisation
    union all
    select '', min(left(started_at, 7)), max(left(started_at, 7)) from raw.hotline_row where batch_id = @batch_id and length(started_at) >= 7
    union all
    -- Rows that are packed were all new, and core has them without being unpacked.
    select '', to_char(to_date(min(started_on / 100)::text, 'YYYYMM'), 'YYYY-MM'), to_char(to_date(max(started_on / 100)::text, 'YYYYMM'), 'YYYY-MM')
    from core.hotline
    where batch_id = @batch_id and started_on / 100 % 100 > 0 and exists (select from raw.hotline_packed where batch_id = @batch_id)
    union all
    select '', min(left(registered_at, 7)), max(left(registered_at, 7)) from raw.register_crime where batch_id = @batch_id and length(registered_at) >= 7
    union all
    select '', min(left(event_at, 7)), max(left(event_at, 7)) from raw.register_event where batch_id = @batch_id and length(event_at) >= 7
    union all
    select '', min(left(inspected_on, 7)), max(left(inspected_on, 7)) from raw.labour_inspection where batch_id = @batch_id and length(inspected_on) >= 7
    union all
    select '', min(left(updated_at, 7)), max(left(updated_at, 7)) from raw.employment_agency where batch_id = @batch_id and length(updated_at) >= 7
)
insert into core.batch_report (batch_id, organisation, first_month, last_month)
select @batch_id, organisation, (first_month || '-01')::date, (last_month || '-01')::date
from stretch
where first_month is not null
on conflict do nothing;

-- fill_report_expected: every month that an organisation owed and that is over, and what of it came.
-- An organisation that was renamed is one body: what it owed and sent under either code is its own.
-- grain: a feed, organisation and month. reads: ops.report_duty, ops.batch, core.batch_report, mart facts.
-- writes: mart.dim_organisation, mart.fct_report_expected.
insert into mart.dim_organisation (organisation, body, kind)
select distinct organisation, organisation, case when feed = 'hotline' then 'hotline' when feed in ('ngo_case', 'ngo_monthly') then 'ngo' else 'government' end
from ops.report_duty as duty
where not exists (select from mart.dim_organisation as known where known.organisation = duty.organisation);

delete from mart.fct_report_expected;

with body as (
    select distinct organisation, body from mart.dim_organisation
),
owed as (
    select distinct on (duty.feed, body.body, month)
           duty.feed, body.body as organisation, duty.source_id, month::date as month,
           to_char(month, 'YYYYMM00')::integer as month_date_key,
           (month + interval '1 month')::date as over_on,
           (month + interval '1 month')::date + (duty.due_day - 1) as due_on
    from ops.report_duty as duty
    join body using (organisation)
    cross join lateral generate_series(
        duty.from_month::timestamp,
        least(duty.to_month::timestamp, date_trunc('month', @today::timestamp) - interval '1 month'),
        interval '1 month') as month
    -- Declared under both codes, the later declaration holds.
    order by duty.feed, body.body, month, duty.from_month desc, duty.organisation
),
-- Something was counted in the month; a month that was reported without it is a nil report.
counted as (
    select 'ngo_monthly' as feed, body.body as organisation, fact.month_date_key
    from mart.fct_assistance_month as fact join body using (organisation)
    where known_until = 'infinity' and persons_assisted > 0
    union
    select 'ngo_case', body.body, intake_date_key / 100 * 100 from mart.fct_assistance join body using (organisation) where known_until = 'infinity'
    union
    select 'hotline', '', month_key from mart.contact_count where contacts > 0
    union
    select 'register_crime', '', registered_date_key / 100 * 100 from mart.fct_crime where known_until = 'infinity'
    union
    select 'register_event', '', event_date_key / 100 * 100 from mart.fct_crime_event where known_until = 'infinity'
    union
    select 'labour_inspection', '', inspected_date_key / 100 * 100 from mart.fct_inspection where known_until = 'infinity'
    union
    select 'employment_agency', '', entry_date_key / 100 * 100 from mart.fct_agency where known_until = 'infinity'
),
delivery as (
    select batch.feed, batch.source_id, coalesce(body.body, report.organisation) as organisation, report.first_month, report.last_month,
           coalesce(batch.arrived_on, (batch.received_at at time zone 'Asia/Bishkek')::date) as came_on,
           batch.arrived_on is not null as dated,
           case when batch.arrived_on is null then batch.received_at end as came_at
    from core.batch_report as report
    join ops.batch as batch using (batch_id)
    left join body using (organisation)
    where batch.state = 'loaded'
),
-- Before a source was connected nobody could be in time with it; what came with its archive came when it did.
connected as (
    select source_id, min(came_on) as since from delivery where not dated group by source_id
),
covering as (
    select owed.feed, owed.organisation, owed.month, delivery.came_on, delivery.came_at, delivery.dated, connected.since
    from owed
    join delivery on delivery.feed = owed.feed
        and (delivery.organisation = owed.organisation or (delivery.organisation = '' and delivery.source_id = owed.source_id))
        and owed.month between delivery.first_month and delivery.last_month
        -- A file of cases that came before the month was over does not cover it.
        and (delivery.feed = 'ngo_monthly' or delivery.came_on >= owed.over_on)
    left join connected on connected.source_id = delivery.source_id
    union all
    -- Whoever reports that nobody came owes no cases.
    select owed.feed, owed.organisation, owed.month, delivery.came_on, delivery.came_at, delivery.dated, connected.since
    from owed
    join delivery on owed.feed = 'ngo_case' and delivery.feed = 'ngo_monthly' and delivery.organisation = owed.organisation
        and owed.month between delivery.first_month and delivery.last_month
    left join connected on connected.source_id = delivery.source_id
    where not exists (
        select from counted where counted.feed = 'ngo_monthly' and counted.organisation = owed.organisation and counted.month_date_key = owed.month_date_key)
),
first_arrival as (
    select distinct on (feed, organisation, month) feed, organisation, month, came_on, came_at, dated, since
    from covering
    order by feed, organisation, month, came_on, dated desc
)
insert into mart.fct_report_expected (
    feed, organisation, month_date_key, organisation_key, expected, received, on_time, nil, first_received_at, due_on, received_on, source_id)
select owed.feed, owed.organisation, owed.month_date_key, organisation.organisation_key,
       first_arrival.came_on is not null or owed.due_on < @today,
       first_arrival.came_on is not null,
       case
           when first_arrival.came_on <= owed.due_on then true
           when first_arrival.dated or owed.due_on >= first_arrival.since then false
       end,
       first_arrival.came_on is not null and counted.feed is null,
       coalesce(first_arrival.came_at, first_arrival.came_on::timestamp at time zone 'Asia/Bishkek'),
       owed.due_on,
       first_arrival.came_on,
       owed.source_id
from owed
left join first_arrival using (feed, organisation, month)
left join counted on counted.feed = owed.feed and counted.month_date_key = owed.month_date_key
    and counted.organisation in (owed.organisation, '')
join lateral (
    select organisation_key
    from mart.organisation_at as at
    where at.organisation = owed.organisation and at.valid_from <= owed.month and owed.month < at.valid_to
) as organisation on true;

select count(*)::integer from mart.fct_report_expected;

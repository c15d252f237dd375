-- Where nothing counted does not mean that there was nothing, since another feed knows of somebody: cases that organisations did not send
-- for persons whom they counted by the month, and counts by the month that they did not send for persons of whom there are cases.
-- grain: a feed, period, dimension and member. dimension '' is every cut that the other feed does not know; member '*' is every member.
-- reads: mart.fct_assistance_month, mart.fct_assistance, mart.region_branch and dimensions. writes: nothing.
with reported as (
    select organisation.body, fact.month_date_key as date_key, fact.persons_assisted as persons,
           array[region.region, fact.sex, coalesce(form.form, 'unknown')] as members
    from mart.fct_assistance_month as fact
    join mart.dim_organisation as organisation using (organisation_key)
    join mart.region_branch as region on region.region_key = fact.region_service_key
    left join mart.dim_form as form using (form_key)
    where fact.known_until = 'infinity' and organisation.kind not in ('international', 'government')
),
recorded as (
    select organisation.body, case when date.month is null then fact.intake_date_key else fact.intake_date_key / 100 * 100 end as date_key,
           array[region.region, who.sex, coalesce(form.form, 'unknown')] as members
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    join mart.dim_organisation as organisation using (organisation_key)
    join mart.region_branch as region on region.region_key = fact.region_service_key
    join mart.dim_demographic as who using (demographic_key)
    left join mart.bridge_assistance_form as bridge using (assistance_key)
    left join mart.dim_form as form on form.form_key = bridge.form_key
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
),
-- What one feed has of an organisation and month, and whether the other has anything of them.
known as (
    select distinct 'ngo_case' as unknown_to, date_key, members, not exists (
        select from recorded where recorded.body = reported.body and recorded.date_key = reported.date_key) as only_here
    from reported where persons > 0
    union
    select distinct 'ngo_monthly', date_key, members, not exists (
        select from reported where reported.body = recorded.body and reported.date_key = recorded.date_key)
    from recorded
),
doubtful as (
    select unknown_to, date_key, dimension, case member when 'unknown' then '*' else member end as member
    from known
    cross join lateral unnest(array['region_service', 'sex', 'form'], members) as each (dimension, member)
    where member <> 'unknown' or only_here
    union
    select unknown_to, date_key, '', '' from known where only_here
    union
    -- Persons reported without a member may belong to any.
    select 'ngo_monthly', date_key, dimension, '*'
    from reported
    cross join lateral unnest(array['region_service', 'sex', 'form'], members) as each (dimension, member)
    where persons > 0 and member = 'unknown'
    union
    -- A month between others that nobody reported on.
    select 'ngo_monthly', date.date_key, dimension, case dimension when '' then '' else '*' end
    from mart.dim_date as date
    cross join unnest(array['', 'region_service', 'sex', 'form']) as dimension
    where date.date_precision = 'month' and date.date_key not in (select date_key from reported)
      and date.date_key between (select min(date_key) from reported) and (select max(date_key) from reported)
)
select distinct unknown_to as feed, period_of.period, dimension, member
from doubtful
join mart.dim_date as date using (date_key)
left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
cross join lateral (values (date.month), (date.quarter), (nullif(date.year, 'unknown')), (span.period), ('all')) as period_of (period)
where period_of.period is not null

-- Persons that organisations counted by the month, and the batches that they come from. Beside them what tells them from the cases of the
-- same organisations: the counts and the intakes of organisations and months in which the two differ. Nothing of these is published, but
-- whoever takes the intakes from the persons reported finds them, so they are protected together.
-- grain: period x (region of service, sex, form or total) x organisation ('total' over all). A count of nothing is null.
-- reads: mart.fct_assistance_month, mart.fct_assistance, mart.region_branch and dimensions. writes: nothing.
with counted as (
    select organisation.body as organisation, fact.month_date_key as date_key, region.region as region_service, fact.sex, fact.form_key,
           fact.persons_assisted as reported, fact.batch_key
    from mart.fct_assistance_month as fact
    join mart.dim_organisation as organisation using (organisation_key)
    join mart.region_branch as region on region.region_key = fact.region_service_key
    where fact.known_until = 'infinity' and fact.persons_assisted > 0 and organisation.kind not in ('international', 'government')
),
-- Of months that nobody reported on the intakes are known by themselves, and are no part of any difference.
intake as (
    select organisation.body as organisation, case when date.month is null then date.date_key else date.date_key / 100 * 100 end as date_key,
           region.region as region_service, who.sex, fact.assistance_key
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    join mart.dim_organisation as organisation using (organisation_key)
    join mart.region_branch as region on region.region_key = fact.region_service_key
    join mart.dim_demographic as who using (demographic_key)
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
      and case when date.month is null then date.date_key / 10000 in (select date_key / 10000 from counted)
               else date.date_key / 100 * 100 in (select date_key from counted) end
),
compared as (
    select organisation, date_key, region_service, sex, reported as difference from counted
    union all
    select organisation, date_key, region_service, sex, -1 from intake
),
differing as (
    select organisation, date_key, grouping(region_service) = 0 as by_region, grouping(sex) = 0 as by_sex
    from compared
    group by organisation, date_key, grouping sets ((), (region_service), (sex))
    having sum(difference) <> 0
),
-- Forms are left out of the comparison: a case may have several, a count has one.
apart as (
    select organisation, date_key, bool_or(not by_region and not by_sex) as in_all, bool_or(by_region) as by_region, bool_or(by_sex) as by_sex
    from differing
    group by organisation, date_key
),
part as (
    select counted.*, true as of_all_forms, null::integer as intakes, apart.in_all, apart.by_region, apart.by_sex
    from counted
    left join apart using (organisation, date_key)
    union all
    select organisation, date_key, region_service, sex, null, null, null, true, 1, apart.in_all, apart.by_region, apart.by_sex
    from intake
    join apart using (organisation, date_key)
    union all
    -- An intake with two forms counts in both, and once where forms do not matter.
    select organisation, date_key, region_service, sex, coalesce(bridge.form_key, 0), null, null, false, 1, apart.in_all, apart.by_region, apart.by_sex
    from intake
    join apart using (organisation, date_key)
    left join mart.bridge_assistance_form as bridge using (assistance_key)
),
part_in_period as (
    select part.*, form.form, period_of.period_kind, period_of.period
    from part
    left join mart.dim_form as form using (form_key)
    join mart.dim_date as date using (date_key)
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    cross join lateral (values
        ('month', date.month), ('quarter', date.quarter), ('year', nullif(date.year, 'unknown')), ('span', span.period), ('all', 'all')
    ) as period_of (period_kind, period)
    where period_of.period is not null
)
select period_kind, period, coalesce(region_service, 'total') as region_service, coalesce(sex, 'total') as sex, 'total' as form,
       coalesce(organisation, 'total') as organisation, sum(reported)::bigint as reported,
       case when grouping(region_service) = 0 then sum(reported) filter (where by_region)
            when grouping(sex) = 0 then sum(reported) filter (where by_sex)
            else sum(reported) filter (where in_all) end::bigint as reported_apart,
       case when grouping(region_service) = 0 then sum(intakes) filter (where by_region)
            when grouping(sex) = 0 then sum(intakes) filter (where by_sex)
            else sum(intakes) filter (where in_all) end::bigint as intakes_apart,
       array_agg(distinct batch_key) filter (where reported > 0) as batches
from part_in_period
where of_all_forms
group by period_kind, period, grouping sets ((), (organisation)), grouping sets ((), (region_service), (sex))
union all
select period_kind, period, 'total', 'total', form, coalesce(organisation, 'total'), sum(reported)::bigint,
       sum(reported) filter (where in_all)::bigint, sum(intakes) filter (where in_all)::bigint, array_agg(distinct batch_key) filter (where reported > 0)
from part_in_period
where form is not null
group by period_kind, period, form, grouping sets ((), (organisation))

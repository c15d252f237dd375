-- One row a person assisted, by the first intake: what is promised about a release holds for a row.
-- grain: a linked person. reads: mart.fct_assistance and its dimensions. writes: nothing.
select distinct on (fact.person_key)
       coalesce(date.year, 'unknown') as year, who.sex, who.age_band,
       case count(form.form) over (partition by fact.assistance_key) when 0 then 'unknown' when 1 then form.form else 'several' end as form,
       coalesce(origin.admin1_soate, 'unknown') as region,
       country.iso3 as destination,
       case when fact.applied_to_police is null then 'unknown' when fact.applied_to_police then 'yes' else 'no' end as applied_to_police
from mart.fct_assistance as fact
join mart.dim_date as date on date.date_key = fact.intake_date_key
join mart.dim_region as origin on origin.region_key = fact.region_origin_key
join mart.dim_demographic as who on who.demographic_key = fact.demographic_key
join mart.dim_country as country on country.country_key = fact.destination_country_key
left join mart.bridge_assistance_form as bridge on bridge.assistance_key = fact.assistance_key
left join mart.dim_form as form on form.form_key = bridge.form_key
where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim'
order by fact.person_key, fact.intake_date_key, fact.assistance_key, form.form

-- fact: the versions of monthly counts that a batch made become facts.
-- grain: a version of an organisation's month, region, sex and form. reads: core.ngo_monthly, dimensions.
-- writes: mart.dim_organisation, mart.fct_assistance_month.
insert into mart.dim_organisation (organisation, body)
select distinct organisation, organisation from core.ngo_monthly as version
where batch_id = @batch_id and not exists (select from mart.dim_organisation as known where known.organisation = version.organisation);

create temporary table month_fact on commit drop as
select version.organisation, version.month as month_date_key, version.region_service, coalesce(region.region_key, 0) as region_service_key,
       version.sex,
       coalesce(form.form_key, 0) as form_key, version.known_since, coalesce(organisation.organisation_key, 0) as organisation_key,
       version.persons_assisted, version.services_delivered, version.nil_report, version.withdrawn
from core.ngo_monthly as version
join mart.dim_date as date on date.date_key = version.month
left join mart.region_at as region
    on region.soate = version.region_service and region.valid_from <= date.starts_on and date.starts_on < region.valid_to
left join mart.dim_form as form on form.form = version.form
left join mart.organisation_at as organisation
    on organisation.organisation = version.organisation and organisation.valid_from <= date.starts_on and date.starts_on < organisation.valid_to
where version.batch_id = @batch_id and version.known_until = 'infinity';

-- Few or many: without this the planner cannot know.
analyze month_fact;
update mart.fct_assistance_month as fact
set known_until = @known_since
from month_fact as new
where @changed
  and fact.organisation = new.organisation and fact.month_date_key = new.month_date_key and fact.region_service = new.region_service
  and fact.sex = new.sex and fact.form_key = new.form_key
  and fact.known_until = 'infinity' and fact.known_since < @known_since;

insert into mart.fct_assistance_month (
    organisation, month_date_key, region_service, region_service_key, sex, form_key, known_since, organisation_key, source_key, batch_key,
    persons_assisted, services_delivered, nil_report)
select organisation, month_date_key, region_service, region_service_key, sex, form_key, known_since, organisation_key, @source_key, @batch_id,
       persons_assisted, services_delivered, nil_report
from month_fact
where not withdrawn;
drop table month_fact;

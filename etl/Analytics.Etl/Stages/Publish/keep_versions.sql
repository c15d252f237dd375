-- Keeps what this publication changed: ends the versions that no longer stand and starts those that do.
-- grain: a version of a published cell. reads: pub.cell. writes: pub.cell_version.
update pub.cell_version as version
set published_to = @publication
where version.published_to is null and not exists (
    select from pub.cell as cell
    where (cell.profile, cell.measure, cell.period_kind, cell.period, cell.region, cell.district, cell.sex, cell.age_band, cell.form, cell.destination,
           cell.organisation, cell.source, cell.topic, cell.article_group, cell.reason, cell.programme, cell.donor, cell.region_service)
        = (version.profile, version.measure, version.period_kind, version.period, version.region, version.district, version.sex, version.age_band, version.form,
           version.destination, version.organisation, version.source, version.topic, version.article_group, version.reason, version.programme, version.donor, version.region_service)
      and (cell.value, cell.lower, cell.upper, cell.status, cell.provisional)
          is not distinct from (version.value, version.lower, version.upper, version.status, version.provisional));

insert into pub.cell_version (
    published_from, profile, measure, period_kind, period, period_start, period_end, region, district, sex, age_band, form, destination,
    organisation, source, topic, article_group, reason, programme, donor, region_service, value, lower, upper, status, provisional)
select @publication, profile, measure, period_kind, period, period_start, period_end, region, district, sex, age_band, form, destination,
       organisation, source, topic, article_group, reason, programme, donor, region_service, value, lower, upper, status, provisional
from pub.cell as cell
where not exists (
    select from pub.cell_version as version
    where version.published_to is null
      and (cell.profile, cell.measure, cell.period_kind, cell.period, cell.region, cell.district, cell.sex, cell.age_band, cell.form, cell.destination,
           cell.organisation, cell.source, cell.topic, cell.article_group, cell.reason, cell.programme, cell.donor, cell.region_service)
        = (version.profile, version.measure, version.period_kind, version.period, version.region, version.district, version.sex, version.age_band, version.form,
           version.destination, version.organisation, version.source, version.topic, version.article_group, version.reason, version.programme, version.donor, version.region_service));

-- Districts under their regions, and the region in which an intake was served, as cuts of what is published.
-- reads: nothing. writes: pub.cell, pub.cell_version, pub.revision, ops.cell_lineage, mart.protected_count.

alter table pub.cell add district text not null default 'total', add region_service text not null default 'total';
alter table pub.cell drop constraint cell_pkey,
    add primary key (profile, measure, period_kind, period, region, district, sex, age_band, form, destination, organisation, source, topic, article_group, reason, programme, donor, region_service),
    add constraint cell_district_has_its_region check (district = 'total' or region <> 'total');
comment on column pub.cell.district is 'District or town of the region in the same row; unknown: the source names the region alone.';
comment on column pub.cell.region_service is 'Region in which the person was served; region is where the person comes from.';

-- What was published before had neither cut.
drop view pub.revision;
alter table pub.cell_version add district text not null default 'total', add region_service text not null default 'total';
alter table pub.cell_version drop constraint cell_version_pkey,
    add primary key (profile, measure, period_kind, period, region, district, sex, age_band, form, destination, organisation, source, topic, article_group, reason, programme, donor, region_service, published_from);
drop index pub.cell_version_standing;
create unique index cell_version_standing on pub.cell_version
    (profile, measure, period_kind, period, region, district, sex, age_band, form, destination, organisation, source, topic, article_group, reason, programme, donor, region_service)
    where published_to is null;
create view pub.revision with (security_invoker = true) as
select version.*, publication.published_at
from (
    select published_from as publication_id, profile, measure, period_kind, period, period_start, period_end,
           region, district, sex, age_band, form, destination, organisation, source, topic, article_group, reason, programme, donor, region_service,
           lag(value) over cell as old_value, lag(status) over cell as old_status,
           value as new_value, status as new_status, provisional,
           bool_or(not provisional and status <> 'not_reported') over (cell rows between unbounded preceding and 1 preceding) as was_final
    from pub.cell_version
    window cell as (
        partition by profile, measure, period_kind, period, region, district, sex, age_band, form, destination, organisation, source, topic, article_group, reason, programme, donor, region_service
        order by published_from)
) as version
join pub.publication as publication using (publication_id)
where was_final and (old_status, old_value) is distinct from (new_status, new_value);
comment on view pub.revision is 'grain: a cell and the publication that changed it after it had been published as final. Old and new are as the profile saw them: a withheld value is never told, on either side.';
update mart.protected_count set codes = codes || 'total'::text where measure = 'intakes';

alter table ops.cell_lineage
    add column district text not null default 'total',
    add column region_service text not null default 'total',
    drop constraint cell_lineage_pkey,
    add primary key (measure, period, region, district, sex, age_band, form, destination, topic, article_group, reason, programme, donor, region_service);

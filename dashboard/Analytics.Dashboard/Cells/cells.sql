-- grain: a published cell of the asked measures, periods and members. reads: pub.cell, pub.cell_version, pub.revision. writes: nothing.
-- Without a publication the current one, otherwise the cells as that one showed them.
-- A dimension's parameter lists the members to keep: {total} where the request neither cuts nor filters by it, null for all members.
-- Row-level security keeps each role to the cells of its profile. Without a kind, the cell of exactly the period asked for.
select
    measure as "Measure",
    period_kind as "PeriodKind",
    period as "Period",
    period_start as "Start",
    period_end as "End",
    array[region, district, sex, age_band, form, destination, organisation, source, topic, article_group, reason, programme, donor, region_service] as "Members",
    value as "Value",
    lower as "Lower",
    upper as "Upper",
    status as "Status",
    provisional as "Provisional",
    revision.old_value as "OldValue",
    revision.old_status as "OldStatus",
    revision.published_at as "RevisedAt",
    revision.publication_id as "RevisedBy"
from (
    select profile, measure, period_kind, period, period_start, period_end, region, district, sex, age_band, form, destination, organisation, source,
           topic, article_group, reason, programme, donor, region_service, value, lower, upper, status, provisional
    from pub.cell
    where @publication::bigint is null
    union all
    select profile, measure, period_kind, period, period_start, period_end, region, district, sex, age_band, form, destination, organisation, source,
           topic, article_group, reason, programme, donor, region_service, value, lower, upper, status, provisional
    from pub.cell_version
    where published_from <= @publication::bigint and (published_to is null or published_to > @publication::bigint)
) as cell
left join lateral (
    select revision.old_value, revision.old_status, revision.published_at, revision.publication_id
    from pub.revision as revision
    where (revision.profile, revision.measure, revision.period_kind, revision.period, revision.region, revision.district, revision.sex, revision.age_band, revision.form,
           revision.destination, revision.organisation, revision.source, revision.topic, revision.article_group, revision.reason, revision.programme, revision.donor, revision.region_service)
        = (cell.profile, cell.measure, cell.period_kind, cell.period, cell.region, cell.district, cell.sex, cell.age_band, cell.form,
           cell.destination, cell.organisation, cell.source, cell.topic, cell.article_group, cell.reason, cell.programme, cell.donor, cell.region_service)
      and (@publication::bigint is null or revision.publication_id <= @publication::bigint)
    order by revision.publication_id desc
    limit 1
) as revision on true
where measure = any(@measures)
    and case
        when @kind::text is not null then
            period_kind = @kind
            and (@from::date is null or period_start >= @from::date)
            and (@to::date is null or period_end <= @to::date)
        when @from::date is null and @to::date is null then period_kind = 'all'
        else period_kind <> 'all' and period_start = @from::date and period_end = @to::date
    end
    and case when @region::text[] is null then region <> 'total' else region = any(@region) end
    and case when @district::text[] is null then district <> 'total' else district = any(@district) end
    and case when @sex::text[] is null then sex <> 'total' else sex = any(@sex) end
    and case when @age_band::text[] is null then age_band <> 'total' else age_band = any(@age_band) end
    and case when @form::text[] is null then form <> 'total' else form = any(@form) end
    and case when @destination::text[] is null then destination <> 'total' else destination = any(@destination) end
    and case when @organisation::text[] is null then organisation <> 'total' else organisation = any(@organisation) end
    and case when @source::text[] is null then source <> 'total' else source = any(@source) end
    and case when @topic::text[] is null then topic <> 'total' else topic = any(@topic) end
    and case when @article_group::text[] is null then article_group <> 'total' else article_group = any(@article_group) end
    and case when @reason::text[] is null then reason <> 'total' else reason = any(@reason) end
    and case when @programme::text[] is null then programme <> 'total' else programme = any(@programme) end
    and case when @donor::text[] is null then donor <> 'total' else donor = any(@donor) end
    and case when @region_service::text[] is null then region_service <> 'total' else region_service = any(@region_service) end
order by array_position(@measures, measure), period_start, region, district, sex, age_band, form, destination, organisation, source, topic, article_group, reason, programme, donor, region_service;

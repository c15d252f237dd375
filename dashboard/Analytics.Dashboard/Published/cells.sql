-- grain: a published cell of the asked measures, periods and members. reads: pub.cell, pub.cell_version, pub.revision. writes: nothing.
-- Without a publication the current one, otherwise the cells as that one showed them. filters: the members to keep, by dimension; a
-- dimension that a cell is not cut by has the member total.
-- Row-level security keeps each role to the cells of its profile. Without a kind, the cell of exactly the period asked for.
select
    measure as "Measure",
    period_kind as "PeriodKind",
    period as "Period",
    period_start as "Start",
    period_end as "End",
    members as "Members",
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
    select profile, measure, cut, period_kind, period, period_start, period_end, members, value, lower, upper, status, provisional
    from pub.cell
    where @publication::bigint is null
    union all
    select profile, measure, cut, period_kind, period, period_start, period_end, members, value, lower, upper, status, provisional
    from pub.cell_version
    where published_from <= @publication::bigint and (published_to is null or published_to > @publication::bigint)
) as cell
left join lateral (
    select revision.old_value, revision.old_status, revision.published_at, revision.publication_id
    from pub.revision as revision
    where (revision.profile, revision.measure, revision.cut, revision.period_kind, revision.period, revision.members)
        = (cell.profile, cell.measure, cell.cut, cell.period_kind, cell.period, cell.members)
      and (@publication::bigint is null or revision.publication_id <= @publication::bigint)
    order by revision.publication_id desc
    limit 1
) as revision on true
where measure = any(@measures) and cut = any(@cuts)
    and case
        when @kind::text is not null then
            period_kind = @kind
            and (@from::date is null or period_start >= @from::date)
            and (@to::date is null or period_end <= @to::date)
        when @from::date is null and @to::date is null then period_kind = 'all'
        else period_kind <> 'all' and period_start = @from::date and period_end = @to::date
    end
    and not exists (
        select from jsonb_each(@filters::jsonb) as filter (dimension, kept)
        where not filter.kept ? coalesce(cell.members ->> filter.dimension, 'total'))
order by array_position(@measures, measure), period_start;

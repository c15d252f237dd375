-- grain: a published cell of the asked measures, periods and members. reads: pub.cell. writes: nothing.
-- A dimension's parameter lists the members to keep: {total} where the request neither cuts nor filters by it, null for all members.
-- Row-level security keeps each role to the cells of its profile. Without a kind, the cell of exactly the period asked for.
select
    measure as "Measure",
    period_kind as "PeriodKind",
    period as "Period",
    period_start as "Start",
    period_end as "End",
    array[region, sex, age_band, form, destination, organisation, source, topic, article_group, reason] as "Members",
    value as "Value",
    lower as "Lower",
    upper as "Upper",
    status as "Status",
    provisional as "Provisional"
from pub.cell
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
    and case when @sex::text[] is null then sex <> 'total' else sex = any(@sex) end
    and case when @age_band::text[] is null then age_band <> 'total' else age_band = any(@age_band) end
    and case when @form::text[] is null then form <> 'total' else form = any(@form) end
    and case when @destination::text[] is null then destination <> 'total' else destination = any(@destination) end
    and case when @organisation::text[] is null then organisation <> 'total' else organisation = any(@organisation) end
    and case when @source::text[] is null then source <> 'total' else source = any(@source) end
    and case when @topic::text[] is null then topic <> 'total' else topic = any(@topic) end
    and case when @article_group::text[] is null then article_group <> 'total' else article_group = any(@article_group) end
    and case when @reason::text[] is null then reason <> 'total' else reason = any(@reason) end
order by array_position(@measures, measure), period_start, region, sex, age_band, form, destination, organisation, source, topic, article_group, reason;

-- grain: a change of a cell that had been final, newest first. reads: pub.revision. writes: nothing.
select
    publication_id as "Publication",
    published_at as "PublishedAt",
    measure as "Measure",
    period_kind as "PeriodKind",
    period as "Period",
    array[region, district, sex, age_band, form, destination, organisation, source, topic, article_group, reason, programme, donor, region_service] as "Members",
    old_value as "OldValue",
    old_status as "OldStatus",
    new_value as "NewValue",
    new_status as "NewStatus",
    provisional as "Provisional"
from pub.revision
where not @wholeOnly
    or (region = 'total' and region_service = 'total' and sex = 'total' and age_band = 'total' and form = 'total' and destination = 'total' and organisation = 'total'
        and source = 'total' and topic = 'total' and article_group = 'total' and reason = 'total' and programme = 'total' and donor = 'total')
order by publication_id desc, measure, period_start, period_end desc, region, district, sex, age_band, form, destination, topic, reason, programme, donor, region_service
limit @most;

-- grain: a change of a cell that had been final, newest first. reads: pub.revision. writes: nothing.
select
    publication_id as "Publication",
    published_at as "PublishedAt",
    measure as "Measure",
    period_kind as "PeriodKind",
    period as "Period",
    members as "Members",
    old_value as "OldValue",
    old_status as "OldStatus",
    new_value as "NewValue",
    new_status as "NewStatus",
    provisional as "Provisional"
from pub.revision
where not @wholeOnly or cut = ''
order by publication_id desc, measure, period_start, period_end desc, cut, members
limit @most;

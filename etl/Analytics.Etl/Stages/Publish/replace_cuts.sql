-- Which combinations of dimensions each measure has been published by. Runs inside the publish transaction.
-- grain: a profile, measure, kind of period and combination. reads: pub.cell. writes: pub.cut.
delete from pub.cut;
insert into pub.cut (profile, measure, period_kind, dimensions)
select distinct
    profile,
    measure,
    period_kind,
    array_remove(array[
        case when region <> 'total' then 'region' end,
        case when district <> 'total' then 'district' end,
        case when sex <> 'total' then 'sex' end,
        case when age_band <> 'total' then 'age_band' end,
        case when form <> 'total' then 'form' end,
        case when destination <> 'total' then 'destination' end,
        case when organisation <> 'total' then 'organisation' end,
        case when source <> 'total' then 'source' end,
        case when topic <> 'total' then 'topic' end,
        case when article_group <> 'total' then 'article_group' end,
        case when reason <> 'total' then 'reason' end,
        case when programme <> 'total' then 'programme' end,
        case when donor <> 'total' then 'donor' end,
        case when region_service <> 'total' then 'region_service' end
    ], null)
from pub.cell;

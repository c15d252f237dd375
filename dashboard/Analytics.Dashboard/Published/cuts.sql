-- grain: a combination of dimensions that a measure is published by, at a kind of period. reads: pub.cell. writes: nothing.
select distinct
    measure,
    period_kind,
    array_to_string(array[
        case when region <> 'total' then 'region' end,
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
        case when donor <> 'total' then 'donor' end
    ], ',') as dimensions
from pub.cell;

-- On every day on which a programme has a donor, the donors' shares of it add up to 1.
-- grain: a programme and first day of a share on which they do not. reads: mart.bridge_programme_donor. writes: nothing.
with change as (
    select distinct programme_key, valid_from as on_day from mart.bridge_programme_donor
)
select change.programme_key, change.on_day, sum(bridge.share) as shares
from change
join mart.bridge_programme_donor as bridge
    on bridge.programme_key = change.programme_key and bridge.valid_from <= change.on_day and change.on_day < bridge.valid_to
group by change.programme_key, change.on_day
having sum(bridge.share) <> 1

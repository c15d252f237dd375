-- The regions of an open count add up to the country, whichever regions there were in the period, and the districts of a region to it. A
-- region of which no district was stated has none that count.
-- grain: a profile, measure, period and whole that do not. reads: pub.cell. writes: nothing.
with open_count as (
    select profile, measure, period_kind, period, cut, members ->> 'region' as region, value
    from pub.cell
    where measure in ('crimes_registered', 'crimes_discontinued', 'crimes_sent_to_court', 'crimes_convicted', 'crimes_requalified')
      and cut in ('', 'region', 'district,region')
)
select profile, measure, period, 'total' as whole, sum(value) filter (where cut = 'region') as parts, sum(value) filter (where cut = '') as value
from open_count
where cut in ('', 'region')
group by profile, measure, period_kind, period
having count(*) > 1 and sum(value) filter (where cut = 'region') <> sum(value) filter (where cut = '')
union all
select profile, measure, period, region, sum(value) filter (where cut = 'district,region'), sum(value) filter (where cut = 'region')
from open_count
where cut in ('region', 'district,region')
group by profile, measure, period_kind, period, region
having count(*) > 1 and sum(value) filter (where cut = 'district,region') <> sum(value) filter (where cut = 'region')
limit 100

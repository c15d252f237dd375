-- The regions of an open count add up to the country, whichever regions there were in the period, and the districts of a region to it. A
-- region of which no district was stated has none that count.
-- grain: a profile, measure, period and whole that do not. reads: pub.cell. writes: nothing.
select profile, measure, period, 'total' as whole, sum(value) filter (where region <> 'total') as parts, sum(value) filter (where region = 'total') as value
from pub.cell
where measure in ('crimes_registered', 'crimes_discontinued', 'crimes_sent_to_court', 'crimes_convicted', 'crimes_requalified') and article_group = 'total'
  and district = 'total'
group by profile, measure, period_kind, period
having count(*) > 1 and sum(value) filter (where region <> 'total') <> sum(value) filter (where region = 'total')
union all
select profile, measure, period, region, sum(value) filter (where district <> 'total'), sum(value) filter (where district = 'total')
from pub.cell
where measure in ('crimes_registered', 'crimes_discontinued', 'crimes_sent_to_court', 'crimes_convicted', 'crimes_requalified') and article_group = 'total'
  and region <> 'total'
group by profile, measure, period_kind, period, region
having count(*) > 1 and sum(value) filter (where district <> 'total') <> sum(value) filter (where district = 'total')
limit 100

-- The regions of an open count add up to the country, whichever regions there were in the period.
-- grain: a profile, measure and period that do not. reads: pub.cell. writes: nothing.
select profile, measure, period,
       sum(value) filter (where region <> 'total') as regions, sum(value) filter (where region = 'total') as country
from pub.cell
where measure in ('crimes_registered', 'crimes_discontinued', 'crimes_sent_to_court', 'crimes_convicted', 'crimes_requalified') and article_group = 'total'
group by profile, measure, period_kind, period
having count(*) > 1 and sum(value) filter (where region <> 'total') <> sum(value) filter (where region = 'total')
limit 100

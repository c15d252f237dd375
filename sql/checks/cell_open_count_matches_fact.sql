-- A published count of official acts equals the facts, for every profile.
-- grain: a profile and year that differ. reads: pub.cell, mart.fct_crime. writes: nothing.
with registered as (
    select date.year, count(*) as crimes
    from mart.fct_crime as fact
    join mart.dim_article as article on article.article_key = fact.registered_article_key and article.article_group = 'trafficking'
    join mart.dim_date as date on date.date_key = fact.registered_date_key
    where fact.known_until = 'infinity' and date.date_key > 0
    group by date.year
)
select cell.profile, cell.period, cell.value as published, registered.crimes as counted
from pub.cell
left join registered on registered.year = cell.period
where cell.measure = 'crimes_registered' and cell.period_kind = 'year' and cell.cut = '' and cell.status in ('ok', 'zero')
  and cell.value <> coalesce(registered.crimes, 0)

-- grain: a measure, year and day it was known on. reads: pub.crime_triangle, pub.cell_version, pub.publication. writes: nothing.
-- Crimes are the warehouse's own counts by day; intakes are what was published to this profile.
select 'crimes_registered' as "Measure", to_char(month, 'YYYY') as "Period", known_on as "KnownOn", sum(crimes) as "Value", 'ok' as "Status"
from pub.crime_triangle
group by to_char(month, 'YYYY'), known_on
union all
select version.measure, version.period, publication.day, version.value, version.status
from (
    select distinct on ((published_at at time zone 'Asia/Bishkek')::date)
           publication_id, (published_at at time zone 'Asia/Bishkek')::date as day
    from pub.publication
    order by (published_at at time zone 'Asia/Bishkek')::date, publication_id desc
) as publication
join pub.cell_version as version
    on version.published_from <= publication.publication_id and (version.published_to is null or version.published_to > publication.publication_id)
where version.measure = 'intakes' and version.cut = '' and version.period_kind = 'year'
order by 1, 2, 3;

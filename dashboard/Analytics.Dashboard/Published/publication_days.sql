-- grain: a day on which something that can still be read was published, newest first. reads: pub.publication, pub.cell_version. writes: nothing.
select distinct (published_at at time zone 'Asia/Bishkek')::date as day
from pub.publication
where publication_id in (select published_from from pub.cell_version)
order by day desc;

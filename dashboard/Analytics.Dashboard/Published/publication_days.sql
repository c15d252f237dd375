-- grain: a day on which something that can still be read was published, newest first. reads: pub.publication, pub.cell_version. writes: nothing.
select distinct (published_at at time zone 'Asia/Bishkek')::date as day
from pub.publication
-- One of its cells is enough, found by index.
where (select true from pub.cell_version where published_from = publication_id limit 1)
order by day desc;

-- grain: the publication that stood at the end of a day in Bishkek. reads: pub.publication, pub.cell_version. writes: nothing.
select publication_id, published_at, data_as_of, synthetic
from pub.publication
where published_at < (@day::date + 1)::timestamp at time zone 'Asia/Bishkek'
    and publication_id >= (select min(published_from) from pub.cell_version)
order by publication_id desc
limit 1;

-- Starts a publication. Runs inside the publish transaction.
-- grain: a publication. reads: ops.batch, ops.source. writes: pub.publication, pub.population.
update pub.publication set current = false where current;
delete from pub.population;
insert into pub.publication (published_at, data_as_of, synthetic, current)
select @published_at, max(batch.received_at), coalesce(bool_or(source.synthetic), false), true
from ops.batch as batch
join ops.source as source using (source_id)
where batch.state = 'loaded' and batch.inserted + batch.updated + batch.unchanged > 0
returning publication_id, data_as_of, synthetic;

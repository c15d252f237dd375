-- unpublished: the kinds of input that the last publication does not know; all of them when it is not known of what it was made. Before the
-- first file there is nothing to publish.
-- grain: a kind of input. reads: ops.publication_input, ops.published_input, ops.batch, pub.publication. writes: nothing.
select input.name
from ops.publication_input as input
left join ops.published_input as published on exists (select from pub.publication as now where now.current and now.publication_id = published.publication_id)
where published.inputs ->> input.name is distinct from input.state
  and (exists (select from ops.batch where state = 'loaded') or exists (select from pub.publication))
order by input.name;

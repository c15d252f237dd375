-- grain: the current publication. reads: pub.publication. writes: nothing.
select publication_id, published_at, data_as_of, synthetic from pub.publication where current;

-- grain: a source. reads: pub.source_status. writes: nothing.
select source_id, feed, synthetic, last_loaded_at, covers_from, covers_to, expected_every_days
from pub.source_status order by feed, source_id;

-- known_since: when the warehouse learns the rows of this batch; later than all it learned before, even if the clock went back.
-- grain: one value. reads: ops.batch. writes: nothing.
select greatest(@now, max(received_at) + interval '1 microsecond')
from ops.batch
where state = 'loaded';

-- changed_records: rows of a batch whose key is taken by a record that differs in most of what a correction leaves alone, its date among it.
-- grain: one row of counts. reads: pg_temp.incoming, core.{0}. writes: nothing.
-- {1}: the key's columns are equal; {2}: how many of the identity's columns are stated in both; {3}: in how many of these both differ;
-- {4}: whether their dates differ; {5}: when the record was last changed, null where the feed does not say.
with met as (
    select incoming.line, {2} as compared, {3} as different, {4} as is_dated_otherwise
    from pg_temp.incoming as incoming
    join core.{0} as current on {1} and current.known_until = 'infinity'
    where incoming.batch_id = @batch_id and current.batch_id <> @batch_id
      and not incoming.withdrawn and not current.withdrawn and incoming.row_hash <> current.row_hash
      and coalesce(incoming.updated_at, '-infinity') >= coalesce({5}, '-infinity')
      -- A version that the record had before is a repeat.
      and not exists (
          select from core.{0} as current
          where {1} and current.known_until < 'infinity' and current.row_hash = incoming.row_hash)
)
select count(*) as rows, coalesce(min(line), 0) as first_line
from met
where is_dated_otherwise and different >= 2 and 2 * different >= compared;

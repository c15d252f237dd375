-- preview_rows: the first rows as they would be stored; {0} is the feed's table, {1} its columns.
-- grain: a row of the file. reads: raw.<feed>. writes: nothing.
select line, {1}
from raw.{0}
where batch_id = 0
order by line
limit @most;

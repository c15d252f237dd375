-- last_loaded: the last file of a source that was loaded, to compare a refused one with.
-- grain: at most one batch. reads: ops.batch. writes: nothing.
select file_name, header, shape::text as shape
from ops.batch
where source_id = @source and feed = @feed and state = 'loaded' and header is not null
order by received_at desc
limit 1;

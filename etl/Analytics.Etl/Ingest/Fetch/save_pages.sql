-- save_pages: a source's addresses as they were just loaded; none waits to be resumed. Runs inside the load's transaction.
-- grain: an address. reads: nothing. writes: ops.fetch_page, ops.fetch_state.
delete from ops.fetch_page where source_id = @source_id;
insert into ops.fetch_page (source_id, url, etag, last_modified, next_url)
select @source_id, page.url, page.etag, page.last_modified, page.next_url
from unnest(@urls::text[], @etags::text[], @last_modifieds::timestamptz[], @next_urls::text[]) as page (url, etag, last_modified, next_url);
update ops.fetch_state set resume_page = null, resume_bytes = null, resume_since = null where source_id = @source_id;

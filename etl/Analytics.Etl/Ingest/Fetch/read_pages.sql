-- read_pages: what is known of a source's addresses since their content was last loaded.
-- grain: an address. reads: ops.fetch_page. writes: nothing.
select url, etag, last_modified, next_url from ops.fetch_page where source_id = @source_id;

-- read_fetch_state: how far a source has been fetched.
-- grain: a source. reads: ops.fetch_state. writes: nothing.
select watermark, resume_page, resume_bytes, resume_since from ops.fetch_state where source_id = @source_id;

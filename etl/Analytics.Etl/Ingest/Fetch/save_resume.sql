-- save_resume: the address at which the next run goes on, or none.
-- grain: a source. reads: nothing. writes: ops.fetch_state.
insert into ops.fetch_state (source_id, resume_page, resume_bytes, resume_since)
values (@source_id, @page, @bytes, @since)
on conflict (source_id) do update
set resume_page = excluded.resume_page, resume_bytes = excluded.resume_bytes, resume_since = excluded.resume_since;

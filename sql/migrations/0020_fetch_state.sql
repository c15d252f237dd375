-- How far each source has been fetched.
-- reads: nothing. writes: ops.fetch_state, ops.fetch_page.

-- grain: one source that is fetched. It need not be in ops.source yet: a source is entered there by its first batch.
create table ops.fetch_state (
    source_id text primary key,
    watermark text,
    resume_page text,
    resume_bytes bigint,
    resume_since timestamptz,
    constraint fetch_state_resumes_whole check (num_nulls(resume_page, resume_bytes, resume_since) in (0, 3))
);
comment on column ops.fetch_state.watermark is 'SQL: the last value of the watermark column that was loaded, as the other server wrote it.';
comment on column ops.fetch_state.resume_page is 'HTTP: the address that failed last time; what came before it waits in the inbox, resume_bytes long.';

-- grain: one address of a source, as it was when its content was last loaded.
create table ops.fetch_page (
    source_id text not null,
    url text not null,
    etag text,
    last_modified timestamptz,
    next_url text,
    primary key (source_id, url)
);

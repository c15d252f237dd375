-- Which request closed a rejected row, so that it can be undone; refusals in the languages of their readers.
-- reads: nothing. writes: ops.rejected_row, ops.batch.
alter table ops.rejected_row add column request_id bigint references ops.request;
create index rejected_row_request on ops.rejected_row (request_id) where request_id is not null;
create index rejected_row_open on ops.rejected_row (batch_id) where state = 'open';

alter table ops.batch add column refused_ru text, add column refused_ky text;
comment on column ops.batch.refused_reason is 'In English; refused_ru and refused_ky say the same.';

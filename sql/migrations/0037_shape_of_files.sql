-- What the columns of a loaded file looked like, so that a later one can be compared with it: kinds of content, no values.
-- grain: a batch. reads: nothing. writes: ops.batch.
alter table ops.batch add column shape jsonb;
comment on column ops.batch.shape is 'Of each column of the file the kind of its first values: date, whole number, number, words, mixed or empty. No values.';

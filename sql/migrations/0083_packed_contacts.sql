-- A large file's rows come by the hundred thousand and are read again at a rebuild alone. Kept packed, many of them in one text, they cost a
-- load a quarter of what they cost as rows of a table. raw.hotline is a view from here on, which shows them as rows again.
-- grain: as the tables say. reads: nothing. writes: raw.hotline_row, which was raw.hotline; raw.hotline_packed.
alter table raw.hotline rename to hotline_row;
comment on table raw.hotline_row is 'grain: an accepted row of a batch, in the canonical text of its feed. received: the text as it came, of the columns that reading changed. Rows of large files are in raw.hotline_packed; raw.hotline shows both.';

create table raw.hotline_packed (
    batch_id bigint not null,
    first_line bigint not null,
    last_line bigint not null,
    rows text not null,
    primary key (batch_id, first_line)
);
-- Compressing them would cost as much as was saved.
alter table raw.hotline_packed alter column rows set storage external;
comment on table raw.hotline_packed is 'grain: a stretch of accepted rows of a large batch. rows: one after the other, U+001E between them; of each its line, the received text, and the columns of the feed in their order, each ended by U+001F.';

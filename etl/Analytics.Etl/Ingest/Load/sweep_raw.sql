-- sweep_raw: rows that a load left when the machine went down between its two commits: they belong to no batch.
-- grain: a row of hotline, the one feed that is copied on a connection of its own. reads: ops.batch. writes: raw.hotline_row, raw.hotline_packed.
with recursive held (batch_id) as (
    (select batch_id from raw.hotline_row order by batch_id limit 1)
    union all
    select (select raw.batch_id from raw.hotline_row as raw where raw.batch_id > held.batch_id order by raw.batch_id limit 1)
    from held
    where held.batch_id is not null
)
delete from raw.hotline_row
where batch_id in (select batch_id from held where batch_id is not null except select batch_id from ops.batch);
delete from raw.hotline_packed where batch_id not in (select batch_id from ops.batch);

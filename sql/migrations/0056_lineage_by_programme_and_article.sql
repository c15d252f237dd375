-- Lineage of what is cut by programme, donor or group of articles. What is kept is replaced by the next publication.
-- reads: nothing. writes: ops.cell_lineage.
alter table ops.cell_lineage
    add column article_group text not null default 'total',
    add column programme text not null default 'total',
    add column donor text not null default 'total',
    drop constraint cell_lineage_pkey,
    add primary key (measure, period, region, sex, age_band, form, destination, topic, article_group, reason, programme, donor);

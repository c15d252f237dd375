-- The crosswalk of articles, valid by date; edit the file to add neighbours. grain: an article while it was in force.
-- reads: reference_row, core. writes: mart.dim_article, keys of facts.
-- No file is loaded meanwhile: the lock of the pipeline.
select pg_advisory_xact_lock(x'6C6F61645F726F77'::bigint);
create temporary table article_before on commit drop as select article, article_key, valid_from, valid_to from mart.dim_article;
insert into mart.dim_article (article, article_group, valid_from, valid_to, name_en, name_ru, name_ky)
select article, article_group, valid_from::date, valid_to::date, name_en, name_ru, name_ky from reference_row
on conflict (article, valid_from) do update set
    article_group = excluded.article_group, valid_to = excluded.valid_to,
    name_en = excluded.name_en, name_ru = excluded.name_ru, name_ky = excluded.name_ky;
delete from mart.dim_article as known
where known.article in (select article from reference_row)
  and not exists (select from reference_row as row where row.article = known.article and row.valid_from::date = known.valid_from);
select mart.rekey_articles((
    select array_agg(distinct article)
    from ((select * from article_before except select article, article_key, valid_from, valid_to from mart.dim_article)
          union all (select article, article_key, valid_from, valid_to from mart.dim_article except select * from article_before)) as changed));
drop table article_before;

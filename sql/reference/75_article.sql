-- The crosswalk of articles, valid by date; edit the file to add neighbours. grain: an article while it was in force.
-- reads: reference_row. writes: mart.dim_article.
insert into mart.dim_article (article, article_group, valid_from, valid_to, name_en, name_ru, name_ky)
select article, article_group, valid_from::date, valid_to::date, name_en, name_ru, name_ky from reference_row
on conflict (article, valid_from) do update set
    article_group = excluded.article_group, valid_to = excluded.valid_to,
    name_en = excluded.name_en, name_ru = excluded.name_ru, name_ky = excluded.name_ky;

-- Publications that printed figures. grain: a publication. reads: reference_row. writes: mart.dim_figure_source.
insert into mart.dim_figure_source (figure_source, title, publisher, published)
select source_id, title, publisher, published from reference_row
on conflict (figure_source) do update set title = excluded.title, publisher = excluded.publisher, published = excluded.published;

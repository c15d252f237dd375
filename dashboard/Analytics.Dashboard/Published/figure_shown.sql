-- grain: a figure id. reads: nothing. writes: ops.figure_shown, the first time an id is shown.
insert into ops.figure_shown (figure_id, publication_id, profile, query)
values (@figureId, @publicationId, @profile, @query::jsonb)
on conflict (figure_id) do nothing;

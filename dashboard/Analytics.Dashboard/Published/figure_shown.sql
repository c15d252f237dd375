-- grain: a figure id. reads: nothing. writes: ops.figure_shown: the first time an id is shown, and that it still is, once a day.
insert into ops.figure_shown as kept (figure_id, publication_id, profile, query, last_shown_at)
values (@figureId, @publicationId, @profile, @query::jsonb, @now)
on conflict (figure_id) do update set last_shown_at = excluded.last_shown_at
where kept.last_shown_at < excluded.last_shown_at - interval '1 day';

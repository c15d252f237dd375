-- sweep_figures: forgets figures that nobody was shown for long and, beyond the most that are kept, those that were shown longest ago.
-- grain: a figure id. reads: ops.figure_shown. writes: ops.figure_shown.
delete from ops.figure_shown
where last_shown_at < @before
    or figure_id in (select figure_id from ops.figure_shown order by last_shown_at desc, figure_id offset @most);

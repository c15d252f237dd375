-- grain: a figure id. reads: nothing. writes: ops.figure_shown: that it was asked for, once a day.
update ops.figure_shown set last_shown_at = @now
where figure_id = @figureId and last_shown_at < @now - interval '1 day';

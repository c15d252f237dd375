-- grain: a figure id. reads: ops.figure_shown. writes: nothing.
select
    publication_id as "PublicationId",
    profile as "Profile",
    first_shown_at as "FirstShownAt",
    query ->> 'Cells' as "Query"
from ops.figure_shown
where figure_id = @figureId;

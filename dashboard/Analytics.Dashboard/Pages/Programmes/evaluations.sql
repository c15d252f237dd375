-- grain: a programme or event, and measure. reads: pub.evaluation. writes: nothing.
-- A programme's own start and every policy event; row-level security keeps each role to its profile.
select subject_kind as "Kind", subject as "Subject", measure as "Measure", frequency as "Frequency", happened_on as "On", outcome as "Outcome", body::text as "Body"
from pub.evaluation
where subject_kind = 'event' or subject = @programme
order by subject_kind desc, happened_on, subject, measure;

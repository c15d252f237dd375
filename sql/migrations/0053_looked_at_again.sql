-- When a finding was last looked at again, so that its rows are read only when a later file may have corrected them, or a day has passed.
-- grain: as before. reads: nothing. writes: ops.quality_result.
alter table ops.quality_result add column looked_until timestamptz, add column looked_on date;
comment on column ops.quality_result.looked_until is 'The last batch that was loaded when the finding was looked at again; null before the first time.';
comment on column ops.quality_result.looked_on is 'The day in Bishkek of that look.';

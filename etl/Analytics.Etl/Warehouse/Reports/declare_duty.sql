-- declare_duty: one duty of the settings.
-- grain: a feed, organisation and first month. reads: nothing. writes: ops.report_duty.
insert into ops.report_duty (feed, organisation, from_month, to_month, due_day, source_id, region)
values (@Feed, @Organisation, @FromMonth, @ToMonth, @DueDay, @SourceId, @Region);

-- grain: an alert; those open, the oldest first, then the last that ended. reads: ops.alert. writes: nothing.
(select kind as "Kind", since as "Since", closed_at as "ClosedAt", details::text as "Details"
 from ops.alert
 where closed_at is null
 order by since, alert_id)
union all
(select kind, since, closed_at, details::text
 from ops.alert
 where closed_at is not null
 order by closed_at desc, alert_id desc
 limit @most);

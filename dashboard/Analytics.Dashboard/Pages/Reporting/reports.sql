-- grain: a feed, organisation and month that is over. reads: pub.report_status. writes: nothing.
select
    feed as "Feed",
    organisation as "Organisation",
    month as "Month",
    status as "Status",
    nil as "Nil",
    due_on as "DueOn",
    received_on as "ReceivedOn"
from pub.report_status
order by feed, organisation, month;

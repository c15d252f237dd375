-- replace_report_status: who reported what when, for the coordinating body. Runs inside the publish transaction.
-- grain: a feed, organisation and month that is over. reads: mart.fct_report_expected, mart.dim_date. writes: pub.report_status.
delete from pub.report_status;
insert into pub.report_status (feed, organisation, month, status, nil, due_on, received_on, source_id)
select fact.feed, fact.organisation, date.starts_on,
       case
           when not fact.expected then 'not_due'
           when not fact.received then 'missing'
           when fact.on_time then 'on_time'
           when fact.on_time is null then 'received'
           else 'late'
       end,
       fact.nil, fact.due_on, fact.received_on, fact.source_id
from mart.fct_report_expected as fact
join mart.dim_date as date on date.date_key = fact.month_date_key;

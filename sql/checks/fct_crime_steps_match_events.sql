-- The accumulating snapshot shows a step exactly when the steps of the crime hold one that no later resumption undid.
-- grain: a crime and step that differ. reads: mart.fct_crime, mart.fct_crime_event. writes: nothing.
with step as (
    select event.register_no, event.event, max(event.event_date_key) as date_key
    from mart.fct_crime_event as event
    where event.known_until = 'infinity'
      and not (event.event in ('suspended', 'discontinued') and exists (
          select from mart.fct_crime_event as resumed
          where resumed.register_no = event.register_no and resumed.known_until = 'infinity'
            and resumed.event = 'resumed' and resumed.event_date_key > event.event_date_key))
    group by event.register_no, event.event
),
snapshot as (
    select register_no, event, date_key
    from mart.fct_crime
    cross join lateral (values
        ('discontinued', discontinued_date_key), ('sent_to_court', sent_to_court_date_key), ('convicted', convicted_date_key),
        ('acquitted', acquitted_date_key), ('suspended', suspended_date_key), ('requalified', requalified_date_key)) as shown (event, date_key)
    where known_until = 'infinity' and date_key > 0
)
select register_no, event, step.date_key as event_date, snapshot.date_key as snapshot_date
from step
full join snapshot using (register_no, event)
where step.date_key is distinct from snapshot.date_key
  and event in ('discontinued', 'sent_to_court', 'convicted', 'acquitted', 'suspended', 'requalified')
  and exists (select from mart.fct_crime where fct_crime.register_no = coalesce(step.register_no, snapshot.register_no) and known_until = 'infinity')
limit 100

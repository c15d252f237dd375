-- event_order: a step before the registration, a referral to court before the investigation, a judgment before the referral to court.
-- Of a step that happened more than once the first is compared with; of a partial date only what is certain counts.
-- grain: one row of counts and line numbers. reads: core.register_event, core.register_crime. writes: nothing.
with mine as (
    select line, register_no, event, event_at
    from core.register_event
    where batch_id = @batch_id and known_until = 'infinity' and not withdrawn
),
first_step as (
    select register_no,
           min(event_at) filter (where event = 'investigation_opened') as opened,
           min(event_at) filter (where event = 'sent_to_court') as to_court
    from core.register_event
    where known_until = 'infinity' and not withdrawn and register_no in (select register_no from mine)
    group by register_no
),
judged as (
    select mine.line, coalesce(
               core.last_day(mine.event_at) < crime.registered_at
               or (mine.event in ('sent_to_court', 'convicted', 'acquitted') and core.last_day(mine.event_at) < first_step.opened)
               or (mine.event in ('convicted', 'acquitted') and core.last_day(mine.event_at) < first_step.to_court), false) as out_of_order
    from mine
    join first_step using (register_no)
    left join core.register_crime as crime on crime.register_no = mine.register_no and crime.known_until = 'infinity' and not crime.withdrawn
)
select count(*) as checked,
       count(*) filter (where out_of_order) as found,
       coalesce((array_agg(line order by line) filter (where out_of_order))[1:100], '{}') as lines
from judged;

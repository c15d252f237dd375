-- snapshot: the accumulating snapshot of every crime that a batch of registrations or steps touched, a new version where it differs.
-- grain: a crime. reads: touched_crime (temporary), core.register_crime, core.register_event, dimensions. writes: mart.fct_crime.
create temporary table crime_snapshot on commit drop as
with step as (
    select event.register_no, event.event, event.event_at, event.article_to_no, date.starts_on,
           array_position(array['registered', 'investigation_opened', 'requalified', 'suspended', 'discontinued', 'resumed',
               'sent_to_prosecutor', 'returned', 'sent_to_court', 'acquitted', 'convicted'], event.event) as rank
    from touched_crime
    join core.register_event as event using (register_no)
    join mart.dim_date as date on date.date_key = event.event_at
    where event.known_until = 'infinity' and not event.withdrawn
),
standing as (
    -- A resumption undoes the suspensions and discontinuations before it.
    select *
    from step
    where not (event in ('suspended', 'discontinued') and exists (
        select from step as resumed
        where resumed.register_no = step.register_no and resumed.event = 'resumed' and resumed.event_at > step.event_at))
),
progress as (
    select register_no,
           max(event_at) filter (where event = 'investigation_opened') as investigation_opened,
           max(event_at) filter (where event = 'requalified') as requalified,
           max(event_at) filter (where event = 'suspended') as suspended,
           max(event_at) filter (where event = 'discontinued') as discontinued,
           max(event_at) filter (where event = 'sent_to_prosecutor') as sent_to_prosecutor,
           max(event_at) filter (where event = 'sent_to_court') as sent_to_court,
           max(event_at) filter (where event = 'convicted') as convicted,
           max(event_at) filter (where event = 'acquitted') as acquitted,
           (array_agg(event order by event_at desc, rank desc))[1] as state,
           (array_agg(article_to_no order by event_at desc) filter (where event = 'requalified' and article_to_no is not null))[1] as article_to_no,
           (array_agg(starts_on order by event_at desc) filter (where event = 'requalified' and article_to_no is not null))[1] as requalified_on
    from standing
    group by register_no
)
select crime.register_no, crime.registered_at as registered_date_key,
       coalesce(progress.investigation_opened, 0) as investigation_opened_date_key,
       coalesce(progress.requalified, 0) as requalified_date_key,
       coalesce(progress.suspended, 0) as suspended_date_key,
       coalesce(progress.discontinued, 0) as discontinued_date_key,
       coalesce(progress.sent_to_prosecutor, 0) as sent_to_prosecutor_date_key,
       coalesce(progress.sent_to_court, 0) as sent_to_court_date_key,
       coalesce(progress.convicted, 0) as convicted_date_key,
       coalesce(progress.acquitted, 0) as acquitted_date_key,
       coalesce(article.article_key, 0) as registered_article_key,
       case when progress.article_to_no is null then coalesce(article.article_key, 0) else coalesce(requalified.article_key, 0) end as current_article_key,
       coalesce(region.region_key, 0) as region_key,
       dim_source.source_key, crime.batch_id as batch_key,
       coalesce(progress.state, 'registered') as state,
       crime.victims_count, crime.suspects_count
from touched_crime
join core.register_crime as crime using (register_no)
join mart.dim_date as date on date.date_key = crime.registered_at
join ops.batch as batch on batch.batch_id = crime.batch_id
join mart.dim_source as dim_source on dim_source.source_id = batch.source_id
left join progress using (register_no)
left join mart.dim_article as article
    on article.article = crime.article_no and article.valid_from <= date.starts_on and date.starts_on < article.valid_to
left join mart.dim_article as requalified
    on requalified.article = progress.article_to_no
    and requalified.valid_from <= progress.requalified_on and progress.requalified_on < requalified.valid_to
left join mart.region_at as region
    on region.soate = crime.region and region.valid_from <= date.starts_on and date.starts_on < region.valid_to
where crime.known_until = 'infinity' and not crime.withdrawn;

-- A step of a crime changes the crime's version; what stayed the same keeps its version.
delete from crime_snapshot as snapshot
using mart.fct_crime as fact
where fact.register_no = snapshot.register_no and fact.known_until = 'infinity'
  and (fact.registered_date_key, fact.investigation_opened_date_key, fact.requalified_date_key, fact.suspended_date_key,
       fact.discontinued_date_key, fact.sent_to_prosecutor_date_key, fact.sent_to_court_date_key, fact.convicted_date_key,
       fact.acquitted_date_key, fact.registered_article_key, fact.current_article_key, fact.region_key, fact.source_key,
       fact.batch_key, fact.state, fact.victims_count, fact.suspects_count)
      is not distinct from
      (snapshot.registered_date_key, snapshot.investigation_opened_date_key, snapshot.requalified_date_key, snapshot.suspended_date_key,
       snapshot.discontinued_date_key, snapshot.sent_to_prosecutor_date_key, snapshot.sent_to_court_date_key, snapshot.convicted_date_key,
       snapshot.acquitted_date_key, snapshot.registered_article_key, snapshot.current_article_key, snapshot.region_key, snapshot.source_key,
       snapshot.batch_key, snapshot.state, snapshot.victims_count, snapshot.suspects_count);

update mart.fct_crime as fact
set known_until = @known_since
from crime_snapshot as snapshot
where fact.register_no = snapshot.register_no and fact.known_until = 'infinity';

insert into mart.fct_crime (
    register_no, known_since, registered_date_key, investigation_opened_date_key, requalified_date_key, suspended_date_key,
    discontinued_date_key, sent_to_prosecutor_date_key, sent_to_court_date_key, convicted_date_key, acquitted_date_key,
    registered_article_key, current_article_key, region_key, source_key, batch_key, state, victims_count, suspects_count)
select register_no, @known_since, registered_date_key, investigation_opened_date_key, requalified_date_key, suspended_date_key,
       discontinued_date_key, sent_to_prosecutor_date_key, sent_to_court_date_key, convicted_date_key, acquitted_date_key,
       registered_article_key, current_article_key, region_key, source_key, batch_key, state, victims_count, suspects_count
from crime_snapshot;
drop table crime_snapshot, touched_crime;

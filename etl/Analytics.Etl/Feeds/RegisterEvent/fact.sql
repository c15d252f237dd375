-- fact: the versions of steps that a batch made become facts; snapshot.sql then renews the crimes they belong to.
-- grain: a version of a step. reads: core.register_event, dimensions. writes: mart.fct_crime_event, touched_crime (temporary).
update mart.fct_crime_event as fact
set known_until = @known_since
from core.register_event as version
where @changed
  and version.batch_id = @batch_id and version.known_until = 'infinity'
  and fact.register_no = version.register_no and fact.event_date_key = version.event_at and fact.event = version.event
  and fact.known_until = 'infinity' and fact.known_since < @known_since;

insert into mart.fct_crime_event (
    register_no, event_date_key, event, known_since, article_to_key, source_key, batch_key, ground, persons_count)
select version.register_no, version.event_at, version.event, version.known_since, coalesce(article.article_key, 0),
       @source_key, version.batch_id, coalesce(version.ground, 'unknown'), version.persons_count
from core.register_event as version
join mart.dim_date as date on date.date_key = version.event_at
left join mart.dim_article as article
    on article.article = version.article_to_no and article.valid_from <= date.starts_on and date.starts_on < article.valid_to
where version.batch_id = @batch_id and version.known_until = 'infinity' and not version.withdrawn;

create temporary table touched_crime on commit drop as
select distinct register_no from core.register_event where batch_id = @batch_id;
analyze touched_crime;

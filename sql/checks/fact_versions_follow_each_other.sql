-- The versions of a fact follow each other in time: each ends before the next begins, and one of them at most is current. Of contacts: of
-- those that batches from @first_batch on touched.
-- grain: a version that overlaps the one before. reads: core.hotline, mart.fct_*. writes: nothing.
with touched as (
    select distinct contact_id from core.hotline where batch_id >= @first_batch
),
-- The date of a contact leads to the one partition that can hold it.
dated as (
    select batch_id, line, started_on from touched join core.hotline using (contact_id) where known_until = 'infinity'
    union all
    select batch_id, line, started_on from touched join core.hotline using (contact_id) where known_until < 'infinity'
),
version as (
    select 'fct_contact' as fact, fact.contact_id as key, fact.known_since, fact.known_until
    from dated
    join mart.fct_contact as fact on fact.batch_key = dated.batch_id and fact.line = dated.line and fact.contact_date_key = dated.started_on
    union all
    select 'fct_assistance', organisation || ' ' || case_ref, known_since, known_until from mart.fct_assistance
    union all
    select 'fct_assistance_month', concat_ws(' ', organisation, month_date_key, region_service, sex, form_key), known_since, known_until from mart.fct_assistance_month
    union all
    select 'fct_crime', register_no, known_since, known_until from mart.fct_crime
    union all
    select 'fct_crime_event', concat_ws(' ', register_no, event_date_key, event), known_since, known_until from mart.fct_crime_event
    union all
    select 'fct_inspection', inspection_no, known_since, known_until from mart.fct_inspection
    union all
    select 'fct_agency', agency_no, known_since, known_until from mart.fct_agency
),
followed as (
    select *, lag(known_until) over (partition by fact, key order by known_since, known_until) as before_until from version
)
select fact, key, known_since, known_until, before_until
from followed
where known_since >= known_until or before_until > known_since
limit 100

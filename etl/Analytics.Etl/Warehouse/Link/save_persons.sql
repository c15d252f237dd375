-- Gives records and facts the keys of their persons; a person without a record vanishes.
-- grain: a record, a person. reads: linked_record (temporary: record_id, person_key), the lists. writes: core.person,
-- core.person_record, mart.fct_assistance, mart.bridge_person.
insert into core.person (person_key) overriding system value
select distinct person_key from linked_record where not exists (select from core.person where core.person.person_key = linked_record.person_key);

update core.person_record as record
set person_key = linked.person_key, compared = true
from linked_record as linked
where record.record_id = linked.record_id and (record.person_key is distinct from linked.person_key or not record.compared);

-- Every version of a case: what was known of the case then, of the person as known now.
update mart.fct_assistance as fact
set person_key = record.person_key
from core.person_record as record
where record.list = 'ngo_case' and fact.organisation = record.organisation and fact.case_ref = record.reference
  and fact.person_key <> record.person_key;

delete from core.person where not exists (select from core.person_record as record where record.person_key = core.person.person_key);

delete from mart.bridge_person;
insert into mart.bridge_person (person_key, list, organisation, reference, date_key, region_key)
select record.person_key, 'hotline', '', record.reference, fact.contact_date_key, fact.caller_region_key
from core.person_record as record
join core.hotline as version on version.contact_id = record.reference and version.known_until = 'infinity'
join mart.fct_contact as fact on fact.batch_key = version.batch_id and fact.line = version.line and fact.contact_date_key = version.started_on
where record.list = 'hotline'
union all
select record.person_key, case when dim.kind in ('international', 'government', 'hotline') then dim.kind else 'ngo' end,
       record.organisation, record.reference, fact.intake_date_key, fact.region_origin_key
from core.person_record as record
join mart.fct_assistance as fact on fact.organisation = record.organisation and fact.case_ref = record.reference and fact.known_until = 'infinity'
join mart.dim_organisation as dim using (organisation_key)
where record.list = 'ngo_case' and fact.victim_status <> 'not_victim'
union
select record.person_key, 'register', '', record.reference, fact.registered_date_key, fact.region_key
from core.person_record as record
join mart.fct_crime as fact on fact.register_no = record.reference and fact.known_until = 'infinity'
join mart.dim_article as article on article.article_key = fact.registered_article_key and article.article_group = 'trafficking'
where record.list = 'register_crime';

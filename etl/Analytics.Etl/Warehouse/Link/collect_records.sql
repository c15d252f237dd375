-- Brings core.person_record in line with what the lists say now: records come, change their token, and leave.
-- grain: a current record about one person. reads: core.hotline, core.ngo_case, core.register_crime, mart.fct_assistance.
-- writes: core.person, core.person_record, core.link_pair, changed_record (temporary: those whose companions left).
-- A case whose person is gone, which a load beside a linkage once could leave, gets its person back.
insert into core.person (person_key) overriding system value
select distinct person_key from mart.fct_assistance as fact
where fact.known_until = 'infinity' and not exists (select from core.person where core.person.person_key = fact.person_key);

create temporary table listed_record on commit drop as
select 'hotline' as list, '' as organisation, contact_id as reference, person_token as token
from core.hotline where known_until = 'infinity' and not withdrawn and person_token is not null
union all
select 'ngo_case', organisation, case_ref, coalesce(person_token, '')
from core.ngo_case where known_until = 'infinity' and not withdrawn
union
select 'register_crime', '', register_no, token
from core.register_crime cross join unnest(victim_tokens) as token
where known_until = 'infinity' and not withdrawn;
create unique index on listed_record (list, organisation, reference, md5(token));
analyze listed_record;

create temporary table changed_record on commit drop as
select companion.record_id
from core.person_record as leaving
join core.person_record as companion using (person_key)
where not exists (
    select from listed_record as listed
    where listed.list = leaving.list and listed.organisation = leaving.organisation and listed.reference = leaving.reference and listed.token = leaving.token);

-- A contact or case whose token changed stays the same record: its person keeps its key where nothing speaks against it.
create temporary table retokened on commit drop as
select record.record_id, listed.token
from core.person_record as record
join listed_record as listed using (list, organisation, reference)
where list <> 'register_crime' and listed.token <> record.token;
delete from core.link_pair using retokened where record_a = record_id or record_b = record_id;
update core.person_record as record set token = retokened.token, compared = false from retokened where record.record_id = retokened.record_id;

delete from core.person_record as record
where not exists (
    select from listed_record as listed
    where listed.list = record.list and listed.organisation = record.organisation and listed.reference = record.reference and listed.token = record.token);

insert into core.person_record (list, organisation, reference, token)
select list, organisation, reference, token from listed_record as listed
where not exists (
    select from core.person_record as record
    where record.list = listed.list and record.organisation = listed.organisation and record.reference = listed.reference and record.token = listed.token);

-- Without a token a case is the person that loading made of it.
update core.person_record as record
set person_key = fact.person_key, compared = true
from mart.fct_assistance as fact
join core.person using (person_key)
where record.list = 'ngo_case' and record.token = '' and not record.compared
  and fact.organisation = record.organisation and fact.case_ref = record.reference and fact.known_until = 'infinity';

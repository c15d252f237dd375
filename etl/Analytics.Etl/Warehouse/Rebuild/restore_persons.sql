-- restore_persons: each case is the person that it was before; the persons that were made for it meanwhile go.
-- grain: a case. reads: kept_person (temporary), core.person_record. writes: mart.fct_assistance, core.person.
update mart.fct_assistance as fact
set person_key = kept.person_key
from kept_person as kept
where fact.organisation = kept.organisation and fact.case_ref = kept.case_ref and fact.person_key <> kept.person_key;

delete from core.person as person
where not exists (select from mart.fct_assistance as fact where fact.person_key = person.person_key)
  and not exists (select from core.person_record as record where record.person_key = person.person_key);

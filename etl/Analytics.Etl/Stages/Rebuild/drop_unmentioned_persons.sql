-- drop_unmentioned_persons: persons that no version of a case mentions, because its rows are no longer in raw.
-- grain: a person. reads: core.ngo_case. writes: core.person.
delete from core.person as person
where person_token is not null
  and not exists (select from core.ngo_case as version where version.person_token = person.person_token);

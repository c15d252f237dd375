-- The records of a round with what linkage needs of them. grain: a record. reads: core.person_record. writes: nothing.
select record_id as "Id", trim(list || ' ' || organisation) as "List", token as "Token", person_key as "PersonKey", compared as "Compared"
from core.person_record where round = @round order by record_id

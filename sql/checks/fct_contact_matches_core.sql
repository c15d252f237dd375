-- Every current, not withdrawn contact of core is one current fact, and nothing else is.
-- grain: a contact that is in only one of the two, or twice. reads: core.hotline, mart.fct_contact. writes: nothing.
select coalesce(core.contact_id, fact.contact_id) as contact_id, count(*) as rows
from (select contact_id from core.hotline where known_until = 'infinity' and not withdrawn) as core
full join (select contact_id from mart.fct_contact where known_until = 'infinity') as fact using (contact_id)
group by core.contact_id, fact.contact_id
having count(*) > 1 or core.contact_id is null or fact.contact_id is null
limit 100

-- Every current, not withdrawn contact of core is one current fact, and nothing else is: of the contacts that batches from @first_batch on
-- touched.
-- grain: a contact that is in only one of the two, or twice. reads: core.hotline, mart.fct_contact. writes: nothing.
with touched as (
    select distinct contact_id from core.hotline where batch_id >= @first_batch
)
select contact_id, count(*) as rows
from touched
left join (select contact_id, withdrawn from core.hotline where known_until = 'infinity') as core using (contact_id)
left join (select contact_id, contact_date_key from mart.fct_contact where known_until = 'infinity') as fact using (contact_id)
group by contact_id
having count(*) > 1 or bool_or(coalesce(core.withdrawn, true)) <> bool_or(fact.contact_date_key is null)
limit 100

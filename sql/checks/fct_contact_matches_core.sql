-- Every current, not withdrawn contact of core is one current fact, and nothing else is: of the contacts that batches from @first_batch on
-- touched.
-- grain: a version that is in only one of the two, or current in only one. reads: core.hotline, mart.fct_contact. writes: nothing.
with held as (
    select contact_id, batch_id as batch_key, line, started_on as contact_date_key, known_since, withdrawn
    from core.hotline
    where known_until = 'infinity' and batch_id >= @first_batch
),
shown as (
    select batch_key, line, contact_date_key, known_since, contact_id
    from mart.fct_contact
    where known_until = 'infinity' and batch_key >= @first_batch
)
select batch_key, line, contact_date_key
from held
full join shown using (batch_key, line, contact_date_key)
where held.withdrawn is distinct from (shown.contact_id is null)
   or shown.contact_id is not null and (shown.contact_id, shown.known_since) is distinct from (held.contact_id, held.known_since)
union all
select fact.batch_key, fact.line, fact.contact_date_key
from held
join core.hotline as superseded on superseded.contact_id = held.contact_id and superseded.known_until < 'infinity'
join mart.fct_contact as fact
    on fact.batch_key = superseded.batch_id and fact.line = superseded.line and fact.contact_date_key = superseded.started_on
where fact.known_until = 'infinity'
limit 100

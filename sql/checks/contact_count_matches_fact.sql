-- The counts of contacts are those of the facts, of the batches from @first_batch on.
-- grain: a batch and month that differ. reads: mart.contact_count, mart.fct_contact. writes: nothing.
select batch_key, month_key, kept.contacts, counted.contacts as counted
from (
    select batch_key, month_key, sum(contacts) as contacts from mart.contact_count where batch_key >= @first_batch group by batch_key, month_key
) as kept
full join (
    select batch_key, contact_date_key / 100 * 100 as month_key, count(*) as contacts
    from mart.fct_contact
    where known_until = 'infinity' and batch_key >= @first_batch
    group by 1, 2
) as counted using (batch_key, month_key)
where coalesce(kept.contacts, 0) <> coalesce(counted.contacts, 0)
limit 100

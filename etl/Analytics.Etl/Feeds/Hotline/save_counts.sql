-- save_counts: the counts of a batch of which every row became a contact.
-- grain: as mart.contact_count. reads: nothing. writes: mart.contact_count.
insert into mart.contact_count (batch_key, month_key, caller_region_key, source_key, topic, suspected, referred, contacts)
select @batch_id, month, region, @source_key, topic, suspected, referred, contacts
from unnest(@months, @regions, @topics, @suspicions, @referrals, @contacts) as counted (month, region, topic, suspected, referred, contacts);

-- unpack_rows: the packed rows of a batch become rows of a table, since what follows looks them up one by one.
-- grain: a row of the batch, of hotline, the one feed whose rows are packed. reads: raw.hotline_unpacked. writes: raw.hotline_row, raw.hotline_packed.
insert into raw.hotline_row (
    batch_id, line, row_hash, received, contact_id, started_at, duration_s, channel, language, caller_role, caller_region, topic,
    destination_country, suspected_trafficking, forms, sex, age, citizenship, referred_to, victim_identified, person_token)
select batch_id, line, row_hash, received, contact_id, started_at, duration_s, channel, language, caller_role, caller_region, topic,
       destination_country, suspected_trafficking, forms, sex, age, citizenship, referred_to, victim_identified, person_token
from raw.hotline_unpacked
where batch_id = @batch_id;
delete from raw.hotline_packed where batch_id = @batch_id;

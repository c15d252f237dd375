-- A version of a contact is what a row of a batch made, so batch and line are its key: numbers that grow with every load, where the contact's
-- own number, a text, cost a load a third of its time. A contact's versions are found through core.hotline, which knows their rows.
-- grain: as before. reads: core.hotline. writes: mart.fct_contact.
alter table mart.fct_contact add column line bigint;
update mart.fct_contact as fact
set line = version.line
from core.hotline as version
where version.batch_id = fact.batch_key and version.contact_id = fact.contact_id and version.known_since = fact.known_since;
alter table mart.fct_contact alter column line set not null;
alter table mart.fct_contact drop constraint fct_contact_pkey;
alter table mart.fct_contact add primary key (batch_key, line, contact_date_key);
comment on column mart.fct_contact.line is 'The line of the batch that made the version.';

-- The key finds the rows of a batch as well.
drop index mart.fct_contact_batch;

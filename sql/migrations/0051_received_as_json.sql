-- What was received is kept to be read by people now and then, never searched: as json it is checked and stored as it comes, where taking
-- it apart as jsonb was a fifth of what storing a row costs.
-- grain: as before. reads: raw.<feed>. writes: raw.<feed>, each written anew once.
alter table raw.hotline alter column received type json;
alter table raw.ngo_case alter column received type json;
alter table raw.ngo_monthly alter column received type json;
alter table raw.register_crime alter column received type json;
alter table raw.register_event alter column received type json;
alter table raw.labour_inspection alter column received type json;
alter table raw.population alter column received type json;

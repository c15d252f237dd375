-- Persons are published by citizenship, in which neighbours stand apart from other countries. A country says what group it is of, so
-- that nothing else does.
-- reads: core.hotline, core.ngo_case. writes: mart.dim_country, mart.dim_demographic, mart.dim_code, mart.fct_assistance, mart.fct_contact.
alter table mart.dim_country add column citizenship text not null default 'other' check (citizenship in ('KGZ', 'neighbours', 'other', 'unknown'));
comment on column mart.dim_country.citizenship is 'The group of citizenships that the country is of: the Kyrgyz Republic, its neighbours, others.';
update mart.dim_country
set citizenship = case when iso3 = 'KGZ' then 'KGZ' when iso3 in ('CHN', 'KAZ', 'TJK', 'UZB') then 'neighbours' when iso3 = 'unknown' then 'unknown' else 'other' end;

alter table mart.dim_demographic rename column citizenship_group to citizenship;
alter table mart.dim_demographic drop constraint dim_demographic_citizenship_group_check;
update mart.dim_demographic set citizenship = case citizenship when 'kgz' then 'KGZ' when 'foreign' then 'other' else citizenship end;
alter table mart.dim_demographic add constraint dim_demographic_citizenship_check check (citizenship in ('KGZ', 'neighbours', 'other', 'unknown'));
comment on table mart.dim_demographic is 'grain: a combination of sex, age band and citizenship. The bands are unions of those of the Counter-Trafficking Data Collaborative, so that both its files and ages in years fall into them.';
insert into mart.dim_demographic (sex, age_band, citizenship)
select sex, age_band, 'neighbours' from mart.dim_demographic where citizenship = 'other' order by demographic_key;
delete from mart.dim_code where list = 'citizenship_group';

update mart.fct_assistance as fact
set demographic_key = neighbour.demographic_key
from core.ngo_case as version, mart.dim_country as country, mart.dim_demographic as other, mart.dim_demographic as neighbour
where version.organisation = fact.organisation and version.case_ref = fact.case_ref and version.known_since = fact.known_since
  and country.iso3 = version.citizenship and country.citizenship = 'neighbours'
  and other.demographic_key = fact.demographic_key and other.citizenship = 'other'
  and neighbour.sex = other.sex and neighbour.age_band = other.age_band and neighbour.citizenship = 'neighbours';
update mart.fct_contact as fact
set demographic_key = neighbour.demographic_key
from core.hotline as version, mart.dim_country as country, mart.dim_demographic as other, mart.dim_demographic as neighbour
where version.contact_id = fact.contact_id and version.known_since = fact.known_since
  and country.iso3 = version.citizenship and country.citizenship = 'neighbours'
  and other.demographic_key = fact.demographic_key and other.citizenship = 'other'
  and neighbour.sex = other.sex and neighbour.age_band = other.age_band and neighbour.citizenship = 'neighbours';

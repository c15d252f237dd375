-- Grants and the shares that follow from them, replaced whole: they are what the files say today.
-- grain: a grant; a donor's share of a programme while it does not change. reads: mart.dim_programme, mart.dim_donor.
-- writes: mart.fct_grant, mart.bridge_programme_donor.
delete from mart.bridge_programme_donor;
delete from mart.fct_grant;
insert into mart.fct_grant (programme_key, donor_key, starts_on, ends_on, amount, currency, share)
select programme.programme_key, donor.donor_key, given.starts_on, given.ends_on, given.amount, given.currency, given.share
from unnest(@programme::text[], @donor::text[], @starts_on::date[], @ends_on::date[], @amount::numeric[], @currency::text[], @share::numeric[])
    as given (programme, donor, starts_on, ends_on, amount, currency, share)
join mart.dim_programme as programme using (programme)
join mart.dim_donor as donor using (donor);

insert into mart.bridge_programme_donor (programme_key, donor_key, valid_from, valid_to, share)
select programme.programme_key, donor.donor_key, given.valid_from, given.valid_to, given.share
from unnest(@share_programme::text[], @share_donor::text[], @share_from::date[], @share_until::date[], @share_of::numeric[])
    as given (programme, donor, valid_from, valid_to, share)
join mart.dim_programme as programme using (programme)
join mart.dim_donor as donor using (donor);

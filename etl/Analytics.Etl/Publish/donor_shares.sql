-- The donors' shares of each programme.
-- grain: a donor's share of a programme while it does not change. reads: mart.bridge_programme_donor and dimensions. writes: nothing.
select programme.programme as "Programme", bridge.valid_from::text as "Spell", donor.donor as "Donor", bridge.share as "Of"
from mart.bridge_programme_donor as bridge
join mart.dim_programme as programme using (programme_key)
join mart.dim_donor as donor using (donor_key)

-- grain: a declared programme. reads: pub.programme. writes: nothing.
select programme as "Code", starts_on as "From", ends_on as "To", regions as "Regions", name_en as "En", name_ru as "Ru", name_ky as "Ky"
from pub.programme order by programme;
-- grain: a donor. reads: pub.donor. writes: nothing.
select donor as "Code", account as "Account", name_en as "En", name_ru as "Ru", name_ky as "Ky" from pub.donor order by donor;
-- grain: a grant. reads: pub.programme_grant. writes: nothing.
select programme as "Programme", donor as "Donor", starts_on as "From", ends_on as "To", amount as "Amount", currency as "Currency"
from pub.programme_grant order by programme, starts_on, donor;
-- grain: a donor's share of a programme while it does not change. reads: pub.programme_donor. writes: nothing.
select programme as "Programme", donor as "Donor", valid_from as "From", valid_to as "Until", share as "Share"
from pub.programme_donor order by programme, valid_from, donor;
-- grain: a target as it was entered on one day. reads: pub.target. writes: nothing.
select programme as "Programme", measure as "Measure", period as "Period", entered_on as "EnteredOn", target as "Value"
from pub.target order by programme, measure, period, entered_on;

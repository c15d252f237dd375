-- Replaces what is said of programmes, and fills in what was counted for each target. Runs inside the publish transaction.
-- grain: as each table of pub says. reads: mart.dim_programme, mart.dim_donor, mart.fct_grant, mart.bridge_programme_donor,
-- mart.fct_target, mart.fct_assistance. writes: pub.programme, pub.donor, pub.programme_grant, pub.programme_donor, pub.target, mart.fct_target.
delete from pub.target;
delete from pub.programme_donor;
delete from pub.programme_grant;
delete from pub.programme;
delete from pub.donor;
delete from pub.evaluation;
insert into pub.donor (donor, account, name_en, name_ru, name_ky)
select donor, account, name_en, name_ru, name_ky from mart.dim_donor;
insert into pub.programme (programme, starts_on, ends_on, regions, name_en, name_ru, name_ky)
select programme, starts_on, ends_on, regions, name_en, name_ru, name_ky from mart.dim_programme where starts_on is not null;
insert into pub.programme_grant (programme, donor, starts_on, ends_on, amount, currency)
select programme.programme, donor.donor, fact.starts_on, fact.ends_on, fact.amount, fact.currency
from mart.fct_grant as fact
join mart.dim_programme as programme using (programme_key)
join mart.dim_donor as donor using (donor_key);
insert into pub.programme_donor (programme, donor, valid_from, valid_to, share)
select programme.programme, donor.donor, bridge.valid_from, bridge.valid_to, bridge.share
from mart.bridge_programme_donor as bridge
join mart.dim_programme as programme using (programme_key)
join mart.dim_donor as donor using (donor_key);
insert into pub.target (programme, measure, period, entered_on, target)
select programme.programme, fact.indicator, fact.period, fact.entered_on, fact.target
from mart.fct_target as fact
join mart.dim_programme as programme using (programme_key);

with counted as (
    select fact.programme_key, date.year as period,
           count(distinct fact.person_key) as persons, count(distinct fact.assistance_key) as intakes, count(code.code_key) as services
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    left join mart.bridge_assistance_code as bridge on bridge.assistance_key = fact.assistance_key
    left join mart.dim_code as code on code.code_key = bridge.code_key and code.list = 'service'
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
    group by fact.programme_key, date.year
),
newest as (
    select programme_key, indicator, period, max(entered_on) as entered_on from mart.fct_target group by programme_key, indicator, period
)
update mart.fct_target as target
set actual = case when newest.entered_on = target.entered_on then coalesce(
    case target.indicator when 'persons_assisted' then counted.persons when 'intakes' then counted.intakes when 'services_delivered' then counted.services end, 0) end
from newest
left join counted on counted.programme_key = newest.programme_key and counted.period = newest.period
where (newest.programme_key, newest.indicator, newest.period) = (target.programme_key, target.indicator, target.period);

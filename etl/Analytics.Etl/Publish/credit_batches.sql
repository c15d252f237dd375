-- Batches behind persons_credited: of a donor of a programme, those with an intake on a day on which the donor's share held; of no donor,
-- those with an intake on a day on which nobody paid.
-- grain: period x (programme and donor, or donor, or all). reads: mart.fct_assistance, mart.bridge_programme_donor and dimensions.
-- writes: nothing.
with intake as (
    select distinct programme.programme, coalesce(donor.donor, 'none') as donor, date.year, span.period as span, fact.batch_key
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    join mart.dim_programme as programme on programme.programme_key = fact.programme_key and programme.starts_on is not null
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    left join mart.bridge_programme_donor as bridge
        on bridge.programme_key = fact.programme_key and bridge.valid_from <= date.starts_on and date.starts_on < bridge.valid_to
    left join mart.dim_donor as donor on donor.donor_key = bridge.donor_key
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
)
select period_of.period as "Period", programme as "Programme", donor as "Donor", array_agg(distinct batch_key)::bigint[] as "Batches"
from intake
cross join lateral (values (nullif(intake.year, 'unknown')), (intake.span), ('all')) as period_of (period)
where period_of.period is not null
group by period_of.period, grouping sets ((), (donor), (programme, donor))

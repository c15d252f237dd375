-- Months and quarters in which organisations counted persons by the month and sent no case: what a count of cases does not know of.
-- grain: a feed and period. reads: mart.fct_assistance_month, mart.fct_assistance and dimensions. writes: nothing.
with counted as (
    select distinct period
    from mart.fct_assistance_month as fact
    join mart.dim_date as date on date.date_key = fact.month_date_key
    cross join lateral (values (date.month), (date.quarter)) as period_of (period)
    where fact.known_until = 'infinity' and fact.persons_assisted > 0 and period is not null
),
sent as (
    select distinct period
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    cross join lateral (values (date.month), (date.quarter)) as period_of (period)
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government') and period is not null
)
select 'ngo_case' as feed, period from counted where period not in (select period from sent)

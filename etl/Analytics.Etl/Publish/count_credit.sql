-- Persons by the programmes they came to: how many came to the same programmes, under the same shares, equally often.
-- grain: a period and pattern of visits. spells: first day of the donors' shares that held on the day of intake, null where nobody paid.
-- reads: mart.fct_assistance, mart.bridge_programme_donor and dimensions. writes: nothing.
with intake as (
    select fact.person_key, programme.programme, date.year, span.period as span,
           (select min(bridge.valid_from)
            from mart.bridge_programme_donor as bridge
            where bridge.programme_key = fact.programme_key and bridge.valid_from <= date.starts_on and date.starts_on < bridge.valid_to) as spell
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    left join mart.dim_reporting_period as span on date.starts_on between span.starts_on and span.ends_on
    join mart.dim_programme as programme on programme.programme_key = fact.programme_key and programme.starts_on is not null
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    where fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
),
visit as (
    select period, person_key, programme, spell, count(*)::int as intakes
    from intake
    cross join lateral (values (nullif(intake.year, 'unknown')), (intake.span), ('all')) as period_of (period)
    where period is not null
    group by period, person_key, programme, spell
),
person as (
    select period, person_key,
           array_agg(programme order by programme, spell) as programmes,
           array_agg(coalesce(spell::text, '') order by programme, spell) as spells,
           array_agg(intakes order by programme, spell) as intakes
    from visit
    group by period, person_key
)
select period as "Period", programmes as "Programmes", spells as "Spells", intakes as "Intakes", count(*) as "Persons"
from person
group by period, programmes, spells, intakes

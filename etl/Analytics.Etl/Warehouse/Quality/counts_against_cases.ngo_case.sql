-- counts_against_cases: an organisation's month that it counted persons of too, and another number of them than its cases.
-- grain: one row of counts and line numbers, a line of each month. reads: core.ngo_case, core.ngo_monthly. writes: nothing.
with mine as (
    select organisation, intake_date / 100 * 100 as month, min(line) as line
    from core.ngo_case
    where batch_id = @batch_id and known_until = 'infinity' and not withdrawn and intake_date % 10000 >= 100
    group by organisation, intake_date / 100 * 100
),
reported as (
    select organisation, month, sum(persons_assisted) as persons
    from core.ngo_monthly
    where known_until = 'infinity' and not withdrawn and organisation in (select organisation from mine)
    group by organisation, month
),
recorded as (
    select organisation, intake_date / 100 * 100 as month, count(*) filter (where victim_status is distinct from 'not_victim') as cases
    from core.ngo_case
    where known_until = 'infinity' and not withdrawn and intake_date % 10000 >= 100 and organisation in (select organisation from mine)
    group by organisation, intake_date / 100 * 100
)
select count(*) as checked, count(*) filter (where persons <> cases) as found,
       coalesce((array_agg(line order by line) filter (where persons <> cases))[1:100], '{}') as lines
from mine
join reported using (organisation, month)
join recorded using (organisation, month);

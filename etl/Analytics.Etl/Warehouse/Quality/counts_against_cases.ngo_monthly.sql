-- counts_against_cases: an organisation's month of which there are cases too, and another number of them than the persons it counted.
-- grain: one row of counts and line numbers, a line of each month. reads: core.ngo_monthly, core.ngo_case. writes: nothing.
with mine as (
    select organisation, month, min(line) as line
    from core.ngo_monthly
    where batch_id = @batch_id and known_until = 'infinity' and not withdrawn
    group by organisation, month
),
reported as (
    select organisation, month, sum(version.persons_assisted) as persons
    from core.ngo_monthly as version
    join mine using (organisation, month)
    where version.known_until = 'infinity' and not version.withdrawn
    group by organisation, month
),
recorded as (
    select organisation, intake_date / 100 * 100 as month, count(*) as cases
    from core.ngo_case
    where known_until = 'infinity' and not withdrawn and victim_status is distinct from 'not_victim' and intake_date % 10000 >= 100
      and organisation in (select organisation from mine)
    group by organisation, intake_date / 100 * 100
)
select count(*) as checked, count(*) filter (where persons <> cases) as found,
       coalesce((array_agg(line order by line) filter (where persons <> cases))[1:100], '{}') as lines
from mine
join reported using (organisation, month)
join recorded using (organisation, month);

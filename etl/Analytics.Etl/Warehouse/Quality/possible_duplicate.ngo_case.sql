-- possible_duplicate: another current case of the organisation agrees in day of intake, sex, year of birth, region of origin and forms,
-- and the two do not carry different tokens.
-- grain: one row of counts and line numbers. reads: core.ngo_case. writes: nothing.
with mine as (
    select line, organisation, case_ref, intake_date, sex, birth_year, region_origin, forms, person_token
    from core.ngo_case
    where batch_id = @batch_id and known_until = 'infinity' and not withdrawn and birth_year is not null and intake_date % 100 > 0
),
suspected as (
    select distinct mine.line
    from mine
    join core.ngo_case as other on other.organisation = mine.organisation and other.intake_date = mine.intake_date
        and other.birth_year = mine.birth_year and other.sex is not distinct from mine.sex
    where other.known_until = 'infinity' and not other.withdrawn and other.case_ref <> mine.case_ref
      and other.region_origin is not distinct from mine.region_origin and other.forms is not distinct from mine.forms
      and coalesce(other.person_token = mine.person_token, true)
)
select count(*) as checked, count(suspected.line) as found,
       coalesce((array_agg(suspected.line order by suspected.line) filter (where suspected.line is not null))[1:100], '{}') as lines
from mine
left join suspected using (line);

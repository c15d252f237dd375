-- age_against_birth_year: the age is neither the difference of the years nor one less; an age band must hold one of the two.
-- grain: one row of counts and line numbers. reads: core.ngo_case. writes: nothing.
select count(*) filter (where birth_year is not null and age_from is not null) as checked,
       count(*) filter (where age_from > intake_date / 10000 - birth_year or age_to < intake_date / 10000 - birth_year - 1) as found,
       coalesce((array_agg(line order by line) filter (where age_from > intake_date / 10000 - birth_year or age_to < intake_date / 10000 - birth_year - 1))[1:100], '{}') as lines
from core.ngo_case
where batch_id = @batch_id and known_until = 'infinity' and not withdrawn;

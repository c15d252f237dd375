-- keep_persons: who is linked to whom, which reviewers have decided on, before everything that was made from raw is emptied.
-- grain: all rows. reads: mart.fct_assistance. writes: ops.link_seen, kept_person (temporary).
create temporary table kept_person on commit drop as
select distinct on (organisation, case_ref) organisation, case_ref, person_key
from mart.fct_assistance
order by organisation, case_ref, known_since desc;

delete from ops.link_seen;

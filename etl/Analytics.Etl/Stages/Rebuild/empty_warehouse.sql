-- empty_warehouse: everything that was made from raw, but for who is linked to whom, which reviewers have decided on.
-- grain: all rows. reads: mart.fct_assistance. writes: core.<feed>, mart.fct_*, mart.contact_count, mart.bridge_assistance_*, ops.link_seen, kept_person (temporary).
create temporary table kept_person on commit drop as
select distinct on (organisation, case_ref) organisation, case_ref, person_key
from mart.fct_assistance
order by organisation, case_ref, known_since desc;

truncate core.hotline, core.ngo_case, core.ngo_monthly, core.register_crime, core.register_event, core.labour_inspection, core.population;
truncate mart.fct_contact, mart.contact_count, mart.fct_assistance, mart.fct_assistance_month, mart.fct_crime, mart.fct_crime_event, mart.fct_inspection,
    mart.bridge_assistance_form, mart.bridge_assistance_code;
delete from mart.fct_population;
delete from ops.link_seen;

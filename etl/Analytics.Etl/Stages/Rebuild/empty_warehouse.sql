-- empty_warehouse: everything that was made from raw. Persons with a token keep their keys, which links between records hold on to.
-- grain: all rows. reads: nothing. writes: core.*, mart.fct_*, mart.bridge_assistance_*.
truncate core.hotline, core.ngo_case, core.ngo_monthly, core.register_crime, core.register_event, core.labour_inspection, core.population;
truncate mart.fct_contact, mart.fct_assistance, mart.fct_assistance_month, mart.fct_crime, mart.fct_crime_event, mart.fct_inspection,
    mart.bridge_assistance_form, mart.bridge_assistance_code;
delete from core.person where person_token is null;
delete from mart.fct_population;

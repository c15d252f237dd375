-- new_organisation: an organisation that nobody has named yet.
-- grain: its key. reads: nothing. writes: mart.dim_organisation.
insert into mart.dim_organisation (organisation, body) values (@organisation, @organisation)
returning organisation_key;

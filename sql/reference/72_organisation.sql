-- What kind of body an organisation is, where it is no NGO; edit the file to add yours. grain: an organisation.
-- reads: reference_row. writes: mart.dim_organisation.
insert into mart.dim_organisation (organisation, kind)
select organisation, kind from reference_row
on conflict (organisation, valid_from) do update set kind = excluded.kind;

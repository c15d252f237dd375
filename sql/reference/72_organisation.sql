-- What kind of body an organisation is, where it is no NGO, and which codes are one body; edit the file to add yours. renamed_from: the
-- code that the body had until valid_from. Codes only, never names.
-- grain: an organisation in one state of itself. reads: reference_row. writes: mart.dim_organisation, keys of facts.
-- No file is loaded meanwhile: the lock of the pipeline.
select pg_advisory_xact_lock(x'6C6F61645F726F77'::bigint);
create temporary table organisation_before on commit drop as select * from mart.organisation_at;
create temporary table organisation_stated on commit drop as
with recursive named as (
    select organisation, kind, coalesce(nullif(valid_from, '')::date, '-infinity') as valid_from, nullif(valid_to, '')::date as valid_to,
           nullif(renamed_from, '') as renamed_from
    from reference_row
),
-- The code before is there, whether the file says more of it or not.
stated as (
    select organisation, kind, valid_from, valid_to, renamed_from from named
    union all
    select later.renamed_from, later.kind, '-infinity', later.valid_from, null
    from named as later
    where later.renamed_from is not null and not exists (select from named as earlier where earlier.organisation = later.renamed_from)
),
first_code (organisation, earlier) as (
    select organisation, organisation from stated
    union
    select first_code.organisation, stated.renamed_from
    from first_code
    join stated on stated.organisation = first_code.earlier and stated.renamed_from is not null
)
select stated.organisation, stated.kind, stated.valid_from,
       coalesce(
           stated.valid_to,
           (select min(later.valid_from) from named as later
            where later.organisation = stated.organisation and later.valid_from > stated.valid_from or later.renamed_from = stated.organisation),
           'infinity') as valid_to,
       (select first_code.earlier
        from first_code
        where first_code.organisation = stated.organisation
          and not exists (select from stated as more where more.organisation = first_code.earlier and more.renamed_from is not null)) as body
from stated;

insert into mart.dim_organisation (organisation, kind, valid_from, valid_to, body)
select organisation, kind, valid_from, valid_to, body from organisation_stated
on conflict (organisation, valid_from) do update set kind = excluded.kind, valid_to = excluded.valid_to, body = excluded.body;
delete from mart.dim_organisation as known
where known.organisation in (select organisation from organisation_stated)
  and not exists (select from organisation_stated as stated where (stated.organisation, stated.valid_from) = (known.organisation, known.valid_from));
-- Whom the file no longer calls renamed is a body of its own again.
update mart.dim_organisation
set body = organisation, valid_to = 'infinity'
where organisation not in (select organisation from organisation_stated) and (body <> organisation or valid_to <> 'infinity');

create temporary table organisation_changed on commit drop as
select distinct organisation
from ((select * from organisation_before except select * from mart.organisation_at)
      union all (select * from mart.organisation_at except select * from organisation_before)) as changed;
select mart.rekey_organisations((select array_agg(organisation) from organisation_changed));
drop table organisation_before, organisation_stated, organisation_changed;

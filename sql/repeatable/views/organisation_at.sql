-- mart.organisation_at: which state of an organisation a code means, by the day. All codes of a body mean the body: a case that comes
-- under the old code after the renaming belongs to the new one, and the other way.
-- grain: a code and a stretch of time; the stretches of a code leave no day out. reads: mart.dim_organisation. writes: nothing.
create or replace view mart.organisation_at as
select code.organisation, state.organisation_key, state.valid_from, state.valid_to
from (select distinct organisation, body from mart.dim_organisation) as code
join (
    select body, organisation_key,
           case when row_number() over (partition by body order by valid_from) = 1 then '-infinity' else valid_from end as valid_from,
           lead(valid_from, 1, 'infinity') over (partition by body order by valid_from) as valid_to
    from mart.dim_organisation
) as state using (body);
comment on view mart.organisation_at is 'grain: an organisation code and a stretch of time: the state of the body that the code means then.';
grant select on mart.organisation_at to analytics_etl;

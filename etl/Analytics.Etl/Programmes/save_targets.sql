-- Targets that are new. One that is known stays as it is, with the moment it was first learned.
-- grain: a target as it was entered on one day. reads: mart.dim_programme. writes: mart.fct_target.
insert into mart.fct_target (programme_key, indicator, period, entered_on, target, loaded_at)
select programme.programme_key, given.indicator, given.period, given.entered_on, given.target, @loaded_at
from unnest(@programme::text[], @indicator::text[], @period::text[], @target::numeric[], @entered_on::date[])
    as given (programme, indicator, period, target, entered_on)
join mart.dim_programme as programme using (programme)
on conflict do nothing;

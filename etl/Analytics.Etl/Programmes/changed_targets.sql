-- Targets that a file gives otherwise than it did when they were first loaded.
-- grain: a target as it was entered on one day. reads: mart.fct_target. writes: nothing.
select programme.programme, fact.indicator, fact.period, fact.entered_on, fact.target
from unnest(@programme::text[], @indicator::text[], @period::text[], @target::numeric[], @entered_on::date[])
    as given (programme, indicator, period, target, entered_on)
join mart.dim_programme as programme using (programme)
join mart.fct_target as fact using (programme_key, indicator, period, entered_on)
where fact.target <> given.target

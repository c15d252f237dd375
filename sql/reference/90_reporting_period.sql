-- Declared reporting periods of whole years. grain: a period. reads: reference_row. writes: mart.dim_reporting_period.
insert into mart.dim_reporting_period (period, starts_on, ends_on)
select period, starts_on::date, ends_on::date from reference_row
on conflict (period) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on;

-- Keeps an estimate with what gives it again. grain: a period. reads: nothing. writes: mart.fct_estimate.
insert into mart.fct_estimate (period, histories, miss_rate, false_match_rate, seed, replicates, engine, verdict, result, estimated_at)
values (@period, @histories::jsonb, @miss_rate, @false_match_rate, @seed, @replicates, @engine, @verdict, @result::jsonb, @estimated_at)
on conflict (period) do update set
    histories = excluded.histories, miss_rate = excluded.miss_rate, false_match_rate = excluded.false_match_rate, seed = excluded.seed,
    replicates = excluded.replicates, engine = excluded.engine, verdict = excluded.verdict, result = excluded.result, estimated_at = excluded.estimated_at

-- limit_sources: for which sources this connection reads. grain: one value. reads: nothing. writes: nothing.
select set_config('analytics.sources', @sources, false);

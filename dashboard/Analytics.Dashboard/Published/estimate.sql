-- grain: the estimate of a period for the role's profile. reads: pub.estimate. writes: nothing.
select content::text from pub.estimate where period = @period

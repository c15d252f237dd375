-- grain: a published figure of the ledger. reads: pub.figure, pub.figure_source. writes: nothing.
select figure.figure, period_start, period_end, indicator, breakdown, value, unit, figure_source.title
from pub.figure inner join pub.figure_source using (figure_source)
order by period_start, figure;

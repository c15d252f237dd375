-- Every figure of the ledger has an indicator with a name.
-- grain: a figure without one. reads: mart.fct_figure, mart.dim_figure_indicator. writes: nothing.
select figure.figure, figure.indicator
from mart.fct_figure as figure
left join mart.dim_figure_indicator as indicator using (indicator)
where indicator.indicator is null

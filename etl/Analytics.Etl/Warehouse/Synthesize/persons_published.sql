-- About how many persons there are, as everybody may know it.
-- grain: one row or none. reads: pub.cell. writes: nothing.
select value::integer from pub.cell
where profile = 'public' and measure = 'persons_assisted' and cut = '' and period_kind = 'all' and value is not null

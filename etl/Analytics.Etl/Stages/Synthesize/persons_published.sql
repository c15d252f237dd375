-- About how many persons there are, as everybody may know it.
-- grain: one row or none. reads: pub.cell. writes: nothing.
select value::integer from pub.cell
where profile = 'public' and measure = 'persons_assisted' and period_kind = 'all' and value is not null
  and region = 'total' and region_service = 'total' and sex = 'total' and age_band = 'total' and form = 'total' and destination = 'total' and organisation = 'total'
  and programme = 'total' and donor = 'total'

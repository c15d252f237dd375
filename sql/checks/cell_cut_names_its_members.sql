-- The name of a cell's cut lists the dimensions of its members, sorted.
-- grain: a cell whose cut does not. reads: pub.cell. writes: nothing.
select profile, measure, period, cut, members
from pub.cell
where cut <> coalesce((select string_agg(dimension, ',' order by dimension collate "C") from jsonb_object_keys(members) as dimension), '')
limit 100

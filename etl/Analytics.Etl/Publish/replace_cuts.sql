-- Which combinations of dimensions each measure has been published by. Runs inside the publish transaction.
-- grain: a profile, measure, kind of period and combination. reads: pub.cell. writes: pub.cut.
delete from pub.cut;
insert into pub.cut (profile, measure, period_kind, dimensions)
select distinct profile, measure, period_kind, string_to_array(cut, ',')
from pub.cell;

-- The members that cells are made for, from the first day of their first state to the last of their last.
-- grain: a member. reads: pub.member. writes: nothing.
select dimension, code, min(valid_from) as validfrom, max(valid_to) as validto
from pub.member
where dimension not in ('region', 'organisation') or dimension = 'region' and (parent = 'total' or code = 'unknown')
group by dimension, code
order by dimension, min(sort), code

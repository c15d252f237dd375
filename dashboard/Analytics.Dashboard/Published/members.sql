-- grain: a state of a member of a dimension, each member's newest first. reads: pub.member. writes: nothing.
select dimension, code, parent, sort, name_en, name_ru, name_ky, valid_from, valid_to, breaks
from pub.member
order by dimension, sort, code, valid_from desc;

-- grain: a member of a dimension. reads: pub.member. writes: nothing.
select dimension, code, parent, sort, name_en, name_ru, name_ky from pub.member order by dimension, sort, code;

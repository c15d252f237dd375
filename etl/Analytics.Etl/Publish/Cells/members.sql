-- The members that cells are made for, from the first day of their first state to the last of their last. A district is one under each
-- region it belonged to, as region/district, and each region that has districts has one that was not stated.
-- grain: a member. reads: pub.member. writes: nothing.
with region as (
    select code, min(sort) as sort, min(valid_from) as validfrom, max(valid_to) as validto
    from pub.member where dimension = 'region'
    group by code
),
district as (
    select parent, code, min(sort) as sort, min(valid_from) as validfrom, max(valid_to) as validto
    from pub.member where dimension = 'district' and parent is not null
    group by parent, code
)
select dimension, code, validfrom, validto
from (
    select dimension, code, min(sort) as sort, min(valid_from) as validfrom, max(valid_to) as validto
    from pub.member where dimension not in ('organisation', 'district')
    group by dimension, code
    union all
    select 'district', parent || '/' || code, sort, validfrom, validto from district
    union all
    select 'district', code || '/unknown', 999, validfrom, validto from region where code in (select parent from district)
) as member
order by dimension, sort, code

-- On each day an article means one thing, an organisation's code means one body, and a body goes by one code.
-- grain: a state that another overlaps. reads: mart.dim_article, mart.dim_organisation. writes: nothing.
select 'article' as dimension, one.article as code, one.valid_from
from mart.dim_article as one
join mart.dim_article as other on other.article = one.article and other.article_key <> one.article_key
    and daterange(one.valid_from, one.valid_to) && daterange(other.valid_from, other.valid_to)
union all
select 'organisation', one.organisation, one.valid_from
from mart.dim_organisation as one
join mart.dim_organisation as other on other.organisation_key <> one.organisation_key
    and (other.body = one.body and daterange(one.valid_from, one.valid_to) && daterange(other.valid_from, other.valid_to)
         or other.organisation = one.organisation and other.body <> one.body)

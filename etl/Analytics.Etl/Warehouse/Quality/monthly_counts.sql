-- monthly_counts: what a source's current rows count, by organisation and for the whole source (''), month by month.
-- grain: an organisation or '' and month with anything in it. reads: mart facts. writes: nothing.
with counted as (
    select organisation, month_date_key / 100 as month, persons_assisted as amount, source_key
    from mart.fct_assistance_month where @feed = 'ngo_monthly' and known_until = 'infinity'
    union all
    select organisation, intake_date_key / 100, 1, source_key from mart.fct_assistance where @feed = 'ngo_case' and known_until = 'infinity'
    union all
    select '', month_key / 100, contacts, source_key from mart.contact_count where @feed = 'hotline' and contacts > 0
    union all
    select '', registered_date_key / 100, 1, source_key from mart.fct_crime where @feed = 'register_crime' and known_until = 'infinity'
),
of_source as (
    select counted.organisation, counted.month, counted.amount
    from counted
    join mart.dim_source as source on source.source_key = counted.source_key and source.source_id = @source_id
    where counted.month % 100 > 0
)
select coalesce(organisation, '') as organisation, to_date(month::text, 'YYYYMM') as month, sum(amount)::double precision as amount
from of_source
group by grouping sets ((month), (organisation, month))
having grouping(organisation) = 1 or organisation <> ''
order by 1, 2;

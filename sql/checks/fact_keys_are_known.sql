-- Every key of a fact has its row in the dimension, of the facts that batches from @first_batch on made: what a foreign key would look
-- up row by row, for all rows at once.
-- grain: a fact, dimension and key without a row. reads: mart.fct_*, mart.dim_*. writes: nothing.
with used as (
    select distinct 'fct_contact' as fact, keys.dimension, keys.key
    from mart.fct_contact as fact
    cross join lateral (values
        ('date', contact_date_key), ('region', caller_region_key), ('country', destination_country_key), ('demographic', demographic_key),
        ('organisation', referred_to_key), ('source', source_key)) as keys (dimension, key)
    where batch_key >= @first_batch
    union
    select distinct 'fct_assistance', keys.dimension, keys.key
    from mart.fct_assistance as fact
    cross join lateral (values
        ('organisation', organisation_key), ('date', intake_date_key), ('date', exploitation_start_key), ('date', exploitation_end_key),
        ('region', region_origin_key), ('region', region_service_key), ('country', destination_country_key), ('demographic', demographic_key),
        ('programme', programme_key), ('source', source_key)) as keys (dimension, key)
    where batch_key >= @first_batch
    union
    select distinct 'fct_crime', keys.dimension, keys.key
    from mart.fct_crime as fact
    cross join lateral (values
        ('date', registered_date_key), ('date', investigation_opened_date_key), ('date', requalified_date_key), ('date', suspended_date_key),
        ('date', discontinued_date_key), ('date', sent_to_prosecutor_date_key), ('date', sent_to_court_date_key), ('date', convicted_date_key),
        ('date', acquitted_date_key), ('article', registered_article_key), ('article', current_article_key), ('region', region_key),
        ('source', source_key)) as keys (dimension, key)
    union
    select distinct 'fct_crime_event', keys.dimension, keys.key
    from mart.fct_crime_event as fact
    cross join lateral (values ('date', event_date_key), ('article', article_to_key), ('source', source_key)) as keys (dimension, key)
    where batch_key >= @first_batch
    union
    select distinct 'fct_assistance_month', keys.dimension, keys.key
    from mart.fct_assistance_month as fact
    cross join lateral (values
        ('date', month_date_key), ('region', region_service_key), ('form', form_key), ('organisation', organisation_key), ('source', source_key)) as keys (dimension, key)
    where batch_key >= @first_batch
    union
    select distinct 'fct_inspection', keys.dimension, keys.key
    from mart.fct_inspection as fact
    cross join lateral (values ('date', inspected_date_key), ('region', region_key), ('source', source_key)) as keys (dimension, key)
    where batch_key >= @first_batch
    union
    select distinct 'fct_agency', keys.dimension, keys.key
    from mart.fct_agency as fact
    cross join lateral (values
        ('date', entry_date_key), ('date', licensed_from_date_key), ('date', licensed_to_date_key), ('region', region_key),
        ('country', country_key), ('source', source_key)) as keys (dimension, key)
    where batch_key >= @first_batch
),
known (dimension, key) as (
    select 'date', date_key from mart.dim_date
    union all select 'region', region_key from mart.dim_region
    union all select 'country', country_key from mart.dim_country
    union all select 'demographic', demographic_key from mart.dim_demographic
    union all select 'organisation', organisation_key from mart.dim_organisation
    union all select 'source', source_key from mart.dim_source
    union all select 'programme', programme_key from mart.dim_programme
    union all select 'article', article_key from mart.dim_article
    union all select 'form', form_key from mart.dim_form
)
select fact, dimension, key
from used
where not exists (select from known where known.dimension = used.dimension and known.key = used.key)
limit 100

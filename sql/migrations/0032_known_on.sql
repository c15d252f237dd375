-- The figures as they were known on a date.
-- reads: mart.fct_crime, mart.fct_assistance and dimensions. writes: mart.count_known_on, pub.crime_triangle.

create function mart.count_known_on(counted text, moment timestamptz) returns table (month date, amount bigint)
    language sql stable
    set search_path = pg_catalog
as $known$
    select date_trunc('month', date.starts_on)::date, count(*)
    from mart.fct_crime as fact
    join mart.dim_article as article on article.article_key = fact.registered_article_key and article.article_group = 'trafficking'
    join mart.dim_date as date on date.date_key = fact.registered_date_key
    where counted = 'crimes_registered' and fact.known_since <= moment and moment < fact.known_until and date.month is not null
    group by 1
    union all
    select date_trunc('month', date.starts_on)::date, count(*)
    from mart.fct_assistance as fact
    join mart.dim_date as date on date.date_key = fact.intake_date_key
    join mart.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key
    where counted = 'intakes' and fact.victim_status <> 'not_victim' and organisation.kind not in ('international', 'government')
      and fact.known_since <= moment and moment < fact.known_until and date.month is not null
    group by 1;
$known$;
comment on function mart.count_known_on(text, timestamptz) is 'grain: a month. The warehouse''s own count of crimes_registered or intakes as it was known at a moment: true counts, before any protection.';

create function mart.revision_triangle(counted text, moments timestamptz[]) returns table (month date, moment timestamptz, amount bigint)
    language sql stable
    set search_path = pg_catalog
as $known$
    select known.month, asked.moment, known.amount
    from unnest(moments) as asked (moment)
    cross join lateral mart.count_known_on(counted, asked.moment) as known
    order by known.month, asked.moment;
$known$;
comment on function mart.revision_triangle(text, timestamptz[]) is 'grain: a month and a moment: what was known of the month at the moment.';

-- grain: a month and a day on which the count of any month changed.
create table pub.crime_triangle (
    month date not null,
    known_on date not null,
    crimes bigint not null,
    primary key (month, known_on)
);
comment on table pub.crime_triangle is 'grain: a month and a day (Asia/Bishkek): crimes registered in the month, as known at the end of the day. Official acts: open to every profile.';

-- Crimes registered by month and by the day on which they were known.
-- grain: a month and a day on which a count changed. reads: mart.fct_crime. writes: pub.crime_triangle.
delete from pub.crime_triangle;
with changed as (
    select distinct (known_since at time zone 'Asia/Bishkek')::date as day from mart.fct_crime
    union
    select distinct (known_until at time zone 'Asia/Bishkek')::date from mart.fct_crime where known_until < 'infinity'
)
insert into pub.crime_triangle (month, known_on, crimes)
select known.month, changed.day, known.amount
from changed
cross join lateral mart.count_known_on('crimes_registered', (changed.day + 1)::timestamp at time zone 'Asia/Bishkek' - interval '1 microsecond') as known;

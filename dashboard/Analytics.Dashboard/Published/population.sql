-- grain: a region and year. reads: pub.population. writes: nothing.
select region, year::integer as year, population, interpolated from pub.population order by region, year;

-- The counts behind every publication so far, and what was withheld of them.
-- grain: a version of a protected cell and profile. reads: ops.protected_count. writes: nothing.
select published_from as "PublishedFrom", published_to as "PublishedTo", profile as "Profile", measure as "Measure", members as "Members",
       count as "Count", contributors as "Contributors", largest as "Largest", second as "Second", withheld as "Withheld"
from ops.protected_count
order by profile, measure, members, published_from;

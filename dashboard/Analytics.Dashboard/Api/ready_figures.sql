-- grain: one answer. reads: pub.publication, pub.cell; fails where they are missing or closed to the role. writes: nothing.
select count(*) from pub.publication where current and exists (select from pub.cell limit 1);

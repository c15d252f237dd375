-- What each publication withheld, table by table.
-- reads: nothing. writes: ops.information_loss.
create table ops.information_loss (
    publication_id bigint not null references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    measure text not null,
    cut text not null,
    cells integer not null,
    small integer not null check (small between 0 and cells),
    withheld integer not null check (withheld between small and cells),
    share_withheld numeric(4, 2) not null check (share_withheld between 0 and 1),
    primary key (publication_id, profile, measure, cut)
);
comment on table ops.information_loss is 'grain: a publication, profile, protected table (named by its first measure) and cut (dimensions joined by ×, empty for the totals). small: withheld with a count of 1 to the threshold; the rest of withheld are larger counts that are held by too few organisations or protect others. share_withheld: counts in withheld cells over all counts of the cut, to whole hundredths. Never shown to readers.';

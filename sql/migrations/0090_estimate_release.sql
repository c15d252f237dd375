-- Estimates as they were released, with the counts behind them: readers keep what they were shown, so the next release is checked with it.
-- reads: nothing. writes: mart.estimate_release.
create table mart.estimate_release (
    publication_id bigint not null references pub.publication,
    profile text not null check (profile in ('ministry', 'donor', 'public')),
    period text not null,
    histories integer[] not null,
    withheld integer[] not null,
    rounded_to integer not null check (rounded_to > 0),
    primary key (profile, period, publication_id)
);
comment on table mart.estimate_release is 'grain: an estimate of a period that a profile was shown while overlaps of lists were withheld from it, from the publication in which its counts, what was withheld of them, or its rounding became so. histories: persons by set of lists, index 1 for those on no list, then by bits in the order hotline, ngo, international, register, government. withheld: the sets withheld, as bit masks. Never shown to readers.';

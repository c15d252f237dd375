-- Keeps an estimate that is released, where it differs from the last one of the profile and period.
-- grain: a release. reads: ops.estimate_release. writes: ops.estimate_release.
insert into ops.estimate_release (publication_id, profile, period, histories, withheld, rounded_to)
select @publication, @profile, @period, @histories, @withheld, @rounded_to
where not exists (
    select from ops.estimate_release as release
    where (release.profile, release.period, release.histories, release.withheld, release.rounded_to) = (@profile, @period, @histories, @withheld, @rounded_to));

-- Keeps an estimate that is released, where it differs from the last one of the profile and period.
-- grain: a release. reads: mart.estimate_release. writes: mart.estimate_release.
insert into mart.estimate_release (publication_id, profile, period, histories, withheld, rounded_to)
select @publication, @profile, @period, @histories, @withheld, @rounded_to
where not exists (
    select from mart.estimate_release as release
    where (release.profile, release.period, release.histories, release.withheld, release.rounded_to) = (@profile, @period, @histories, @withheld, @rounded_to));

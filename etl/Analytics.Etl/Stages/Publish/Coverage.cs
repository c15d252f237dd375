using Analytics.Domain.Measures;

namespace Analytics.Etl.Stages.Publish;

/// <summary>The time a feed reports on.</summary>
internal readonly record struct Coverage(DateOnly From, DateOnly To)
{
    public bool Reports(Period period) => period.Start <= To && period.End >= From;

    /// <summary>The period has begun but the feed does not reach its end, so its figure will still grow.</summary>
    public bool IsProvisional(Period period) => period.Kind is not ("span" or PeriodTree.All) && period.End > To && period.Start <= To;
}

namespace Analytics.Domain.Programmes;

/// <summary>Where a result stands to its target.</summary>
public enum TargetStatus
{
    /// <summary>The period has hardly begun.</summary>
    TooEarly,
    OnTrack,
    Behind,
    Reached,

    /// <summary>The result is not shown to protect people, so its standing is not either.</summary>
    Withheld,

    /// <summary>Nobody reported the period.</summary>
    NotReported,
}

/// <summary>The rule that gives a target its status, from what the reader may see of the result.</summary>
public static class TargetProgress
{
    /// <summary>Below this share of the period it is too early to say.</summary>
    public const double TooEarlyShare = 0.25;

    /// <summary>On track: at least this share of what an even pace would have given by now.</summary>
    public const double OnTrackShare = 0.9;

    /// <param name="target">Above 0.</param>
    /// <param name="actual">Null where there is no number.</param>
    /// <param name="withheld">Why there is none.</param>
    /// <param name="knownTo">Last day that the data covers.</param>
    public static TargetStatus Of(decimal target, decimal? actual, bool withheld, DateOnly start, DateOnly end, DateOnly knownTo)
    {
        if (withheld)
        {
            return TargetStatus.Withheld;
        }

        var elapsed = Elapsed(start, end, knownTo);
        return actual switch
        {
            { } number when number >= target => TargetStatus.Reached,
            _ when elapsed < TooEarlyShare => TargetStatus.TooEarly,
            null => TargetStatus.NotReported,
            { } number when elapsed < 1 && number >= target * (decimal)(elapsed * OnTrackShare) => TargetStatus.OnTrack,
            _ => TargetStatus.Behind,
        };
    }

    /// <summary>Share of the period that is over, from 0 to 1.</summary>
    public static double Elapsed(DateOnly start, DateOnly end, DateOnly knownTo) =>
        Math.Clamp((knownTo.DayNumber - start.DayNumber + 1) / (double)(end.DayNumber - start.DayNumber + 1), 0, 1);
}

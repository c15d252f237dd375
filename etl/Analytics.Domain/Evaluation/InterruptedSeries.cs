using System.Collections.Immutable;

namespace Analytics.Domain.Evaluation;

/// <summary>What happened, and when.</summary>
/// <param name="Name">The programme or policy event.</param>
/// <param name="On">Its first day. The period that holds this day is the first one it can have changed.</param>
/// <param name="TransitionPeriods">How many periods from that one on are left out, because the change was still being put in place.</param>
public sealed record Interruption(LocalText Name, DateOnly On, int TransitionPeriods = 0);

/// <summary>A day from which the series counts something else: a new criminal code, a new form, a re-based population.</summary>
public sealed record SeriesBreak(DateOnly On, LocalText Reason);

/// <summary>A question: did this series change when that happened?</summary>
/// <param name="Series">The series in question; all of its points are the window.</param>
/// <param name="Interruption">What may have changed it.</param>
public sealed record InterruptedSeries(CountSeries Series, Interruption Interruption)
{
    /// <summary>A series that the interruption did not touch but everything else did: another region, another topic. Same frequency.</summary>
    public CountSeries? Comparison { get; init; }

    /// <summary>Breaks of either series; those outside the window do not matter.</summary>
    public ImmutableArray<SeriesBreak> Breaks { get; init; } = [];
}

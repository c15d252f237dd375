using System.Collections.Immutable;

namespace Analytics.Domain.Evaluation;

/// <summary>How far apart the periods of a series are.</summary>
public enum SeriesFrequency
{
    Monthly,
    Quarterly,
}

/// <summary>What is known of one period. Zero is a count like any other; the other two states are not counts.</summary>
public enum PointStatus
{
    Reported,
    NotReported,
    Withheld,
}

/// <summary>One period of a series.</summary>
/// <param name="Start">First day of the period.</param>
/// <param name="Count">Events in the period; null exactly where <paramref name="Status"/> is not <see cref="PointStatus.Reported"/>.</param>
/// <param name="Status">Whether there is a count.</param>
/// <param name="Exposure">What the count is measured against (residents, reporting bodies, days); 1 where there is no such thing.</param>
/// <param name="ReportingRate">Reports received ÷ reports expected, from 0 to 1.</param>
public sealed record SeriesPoint(
    DateOnly Start,
    long? Count,
    PointStatus Status = PointStatus.Reported,
    double Exposure = 1,
    double ReportingRate = 1)
{
    public static SeriesPoint NotReported(DateOnly start, double exposure = 1) => new(start, null, PointStatus.NotReported, exposure);

    public static SeriesPoint Withheld(DateOnly start, double exposure = 1) => new(start, null, PointStatus.Withheld, exposure);
}

/// <summary>A series of counts, one point a period. A period that is absent counts as not reported.</summary>
public sealed record CountSeries
{
    /// <param name="name">What is counted, with its unit.</param>
    /// <param name="frequency">Distance of the periods.</param>
    /// <param name="points">In any order; at least one.</param>
    /// <exception cref="ArgumentException">A point that cannot be: no point at all, two for one period, a negative count, a count that disagrees with its status, an exposure that is not positive, a reporting rate outside 0 to 1.</exception>
    public CountSeries(LocalText name, SeriesFrequency frequency, IEnumerable<SeriesPoint> points)
    {
        (Name, Frequency) = (name, frequency);
        var known = new SortedDictionary<int, SeriesPoint>();
        foreach (var point in points)
        {
            Check(point);
            if (!known.TryAdd(Ordinal(point.Start), point))
            {
                throw new ArgumentException($"{point.Start:yyyy-MM-dd}: a second point for the same period; give one point a period.", nameof(points));
            }
        }

        if (known.Count == 0)
        {
            throw new ArgumentException("The series has no points; give at least one.", nameof(points));
        }

        First = known.Keys.First();
        Points =
        [
            .. Enumerable.Range(First, known.Keys.Last() - First + 1)
                .Select(period => known.TryGetValue(period, out var point) ? point : SeriesPoint.NotReported(StartOf(period))),
        ];
    }

    public LocalText Name { get; }

    public SeriesFrequency Frequency { get; }

    /// <summary>In order of time and without a hole: absent periods are filled in as not reported.</summary>
    public ImmutableArray<SeriesPoint> Points { get; }

    /// <summary>Periods a year.</summary>
    public int Season => 12 / MonthsAPeriod;

    /// <summary>Number of the first period since the year 0.</summary>
    internal int First { get; }

    private int MonthsAPeriod => Frequency == SeriesFrequency.Monthly ? 1 : 3;

    /// <summary>Number of the period that holds a day, counted from the first point; negative before it.</summary>
    internal int IndexOf(DateOnly day) => Ordinal(day) - First;

    private int Ordinal(DateOnly day) => ((day.Year * 12) + day.Month - 1) / MonthsAPeriod;

    private DateOnly StartOf(int ordinal) => new(ordinal / Season, (ordinal % Season * MonthsAPeriod) + 1, 1);

    private static void Check(SeriesPoint point)
    {
        var problem = point switch
        {
            { Count: < 0 } => "a count is zero or more",
            { Count: null, Status: PointStatus.Reported } => "a reported period has a count",
            { Count: not null, Status: not PointStatus.Reported } => "a period without a report, or withheld, has no count",
            { Exposure: not (> 0 and < double.PositiveInfinity) } => "an exposure is a positive number",
            { ReportingRate: not (>= 0 and <= 1) } => "a reporting rate lies between 0 and 1",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ArgumentException($"{point.Start:yyyy-MM-dd}: {problem}.", nameof(point));
        }
    }
}

using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Domain.Evaluation;

/// <summary>Where a period stands to the interruption.</summary>
public enum Segment
{
    Before,
    Transition,
    After,
}

/// <summary>One period of the window.</summary>
/// <param name="Index">Periods since the start of the series.</param>
/// <param name="Point">What is known of it.</param>
/// <param name="Segment">Where it stands.</param>
internal sealed record WindowRow(int Index, SeriesPoint Point, Segment Segment)
{
    public bool Fitted => Point.Count is not null && Segment != Segment.Transition;
}

/// <summary>A series cut at an interruption.</summary>
internal sealed class Window
{
    private readonly CountSeries series;

    public Window(CountSeries series, Interruption interruption)
    {
        this.series = series;
        var cut = series.IndexOf(interruption.On);
        FirstAfter = cut + interruption.TransitionPeriods;
        Rows = [.. series.Points.Select((point, index) => new WindowRow(
            index, point, index < cut ? Segment.Before : index < FirstAfter ? Segment.Transition : Segment.After))];
        Fitted = [.. Rows.Where(row => row.Fitted)];
    }

    /// <summary>Index of the first period that counts as after.</summary>
    public int FirstAfter { get; }

    public IReadOnlyList<WindowRow> Rows { get; }

    /// <summary>The rows that take part in the fit.</summary>
    public IReadOnlyList<WindowRow> Fitted { get; }

    public int Season => series.Season;

    public IEnumerable<WindowRow> In(Segment segment) => Rows.Where(row => row.Segment == segment);

    public Matrix<double> Design(Terms terms) => Matrix<double>.Build.DenseOfRowArrays(Fitted.Select(row => Row(row, terms)));

    /// <param name="row">The period.</param>
    /// <param name="terms">What the model holds.</param>
    /// <param name="intervened">False for the counterfactual: the terms of the interruption are zero.</param>
    /// <returns>1, periods since the first after, level, slope where it may change, season.</returns>
    public double[] Row(WindowRow row, Terms terms, bool intervened = true)
    {
        var since = row.Index - FirstAfter;
        var level = intervened && since >= 0 ? 1.0 : 0;
        double[] slope = terms.SlopeChange ? [level * since] : [];
        var position = ((series.First + row.Index) % Season) + 1;
        return [1, since, level, .. slope, .. Seasonality.Terms(position, Season, terms.Pairs)];
    }
}

/// <summary>Which terms a model holds, in the order of its columns.</summary>
/// <param name="SlopeChange">Whether the trend may change.</param>
/// <param name="Pairs">Harmonic pairs.</param>
internal sealed record Terms(bool SlopeChange, int Pairs)
{
    public const int Trend = 1;
    public const int Level = 2;
    public const int Slope = 3;

    public int Count => 3 + (SlopeChange ? 1 : 0) + (2 * Pairs);

    /// <summary>A gradient that picks one coefficient.</summary>
    public double[] Pick(int column) => [.. Enumerable.Range(0, Count).Select(index => index == column ? 1.0 : 0)];

    public IEnumerable<TermKind> Kinds =>
    [
        TermKind.Intercept, TermKind.Trend, TermKind.Level,
        .. SlopeChange ? [TermKind.Slope] : Array.Empty<TermKind>(),
        .. Enumerable.Repeat(TermKind.Sine, Pairs), .. Enumerable.Repeat(TermKind.Cosine, Pairs),
    ];
}

using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// A chart as a value: what it shows, in the reader's language, and nothing about how it is drawn. <see cref="FigureTable"/> shows the
/// same points.
/// </summary>
public sealed record Figure
{
    // Of the longest: about as much as a line or a mark is wide.
    internal const decimal LeastInterval = 0.02m;

    public required FigureShape Shape { get; init; }
    public required string Title { get; init; }

    /// <summary>Unit and scope.</summary>
    public required string Subtitle { get; init; }

    /// <summary>What the chart shows, in a sentence or two, for whoever does not see it.</summary>
    public required string Summary { get; init; }

    /// <summary>Heading of the column that names the points.</summary>
    public required string PointHeading { get; init; }

    /// <summary>The unit along the value axis.</summary>
    public required string Unit { get; init; }

    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>What belongs to the whole and to no point (a place that was not stated): not drawn, not ranked, last in the table.</summary>
    public IReadOnlyList<Point> Apart { get; init; } = [];

    /// <summary>Policy events within the time axis, in order.</summary>
    public IReadOnlyList<FigureEvent> Events { get; init; } = [];

    /// <summary>Whether events that break no series are drawn before the reader asks for them; a small chart keeps to its breaks.</summary>
    public bool EventsAtFirst { get; init; } = true;

    /// <summary>Notes under the chart: what is flagged, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The series are laid over each other on one short axis (the years of a comparison by season); time does not run on from one to the next.</summary>
    public bool Layered { get; init; }

    /// <summary>Where the flows of a <see cref="FigureShape.Flows"/> figure come from.</summary>
    public string FlowFrom { get; init; } = "";

    /// <summary>What a <see cref="FigureShape.Flows"/> figure calls the published flows that are too small to be drawn one by one.</summary>
    public string FlowRest { get; init; } = "";

    /// <summary>Decimal and thousands separators of the reader.</summary>
    public required string Separators { get; init; }

    /// <summary>Two-letter code for the chart's own words.</summary>
    public required string Language { get; init; }

    public bool Has(CellStatus status) => Series.Any(series => series.Points.Any(point => point.Status == status));

    /// <summary>A mark leads to another view.</summary>
    public bool Leads => Series.Any(series => series.Href is not null || series.Points.Any(point => point.Href is not null));

    public bool HasIntervals => Series.Any(series => series.Points.Any(point => point.Lower is not null));

    /// <summary>An interval is wide enough to be seen beside its value; narrower ones are in the table.</summary>
    public bool ShowsIntervals => Series.SelectMany(series => series.Points).ToList() is { Count: > 0 } points
        && points.Max(point => Math.Max(point.Value ?? 0, point.Upper ?? 0)) is var top
        && points.Exists(point => point is { Lower: { } lower, Upper: { } upper } && upper - lower >= top * LeastInterval);

    public bool HasProvisional => Series.Any(series => series.Points.Any(point => point.Provisional));

    /// <summary>There is at least one number to draw.</summary>
    public bool HasNumbers => Series.Any(series => series.Points.Any(point => Shape == FigureShape.Flows ? point.Value > 0 : point.Value is not null));
}

public enum FigureShape
{
    /// <summary>Lines over time.</summary>
    Time,

    /// <summary>Ranked horizontal bars.</summary>
    Bars,

    /// <summary>The regions, shaded.</summary>
    Map,

    /// <summary>Steps of a process in blocks, one block a unit.</summary>
    Steps,

    /// <summary>Lines over time, one panel a series, on one scale.</summary>
    Multiples,

    /// <summary>Two series, their bars side by side for each point.</summary>
    Pairs,

    /// <summary>From one place to many, as wide as they are large; a flow without a number has no width and is not drawn.</summary>
    Flows,
}

/// <param name="Colour">Name of a colour token, without dashes: persons, crimes, contacts, c1 …</param>
/// <param name="Unit">In words; a block of a <see cref="FigureShape.Steps"/> figure is headed by it.</param>
public sealed record Series(string Name, string Colour, string Unit, IReadOnlyList<Point> Points)
{
    /// <summary>Days across which this series alone is not comparable; its line is cut there.</summary>
    public IReadOnlyList<DateOnly> Breaks { get; init; } = [];

    /// <summary>For a heading with little room.</summary>
    public string? ShortName { get; init; }

    /// <summary>The view that a click on any of its marks, or on its name, leads to.</summary>
    public string? Href { get; init; }
}

/// <summary>One mark and one row of the table.</summary>
/// <param name="Key">Code of the member, or the period.</param>
/// <param name="Label">Name of the member or period.</param>
/// <param name="Value">Null where withheld or not reported.</param>
/// <param name="Text">The value as the reader writes it, or the word for its status.</param>
public sealed record Point(string Key, string Label, decimal? Value, CellStatus Status, string Text)
{
    /// <summary>First and last day, on a time axis.</summary>
    public DateOnly? Start { get; init; }

    /// <inheritdoc cref="Start"/>
    public DateOnly? End { get; init; }

    /// <summary>95 % interval.</summary>
    public decimal? Lower { get; init; }

    /// <inheritdoc cref="Lower"/>
    public decimal? Upper { get; init; }

    /// <summary>The interval as the reader writes it.</summary>
    public string? IntervalText { get; init; }

    /// <summary>Later reports may still change it.</summary>
    public bool Provisional { get; init; }

    /// <summary>Said beside the value: a share, a flag.</summary>
    public string? Note { get; init; }

    /// <summary>Said under the label.</summary>
    public string? SubLabel { get; init; }

    /// <summary>The page of the files behind the number, for readers who may see it.</summary>
    public string? Lineage { get; init; }

    /// <summary>The view that a click on its mark, or on its name in the table, leads to.</summary>
    public string? Href { get; init; }

    /// <summary>Drawn lighter than its neighbours.</summary>
    public bool Muted { get; init; }
}

/// <param name="Label">Short; stands above the plot.</param>
/// <param name="Title">In full; stands in the list.</param>
/// <param name="IsBreak">The series is not comparable across it, and its line is cut.</param>
public sealed record FigureEvent(DateOnly At, string Label, string Title, string DateText, bool IsBreak)
{
    /// <summary>What the figure is about; drawn whatever the reader switched off.</summary>
    public bool IsSubject { get; init; }

    public bool IsFixed => IsBreak || IsSubject;
}

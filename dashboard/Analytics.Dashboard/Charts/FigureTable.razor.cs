using Analytics.Dashboard.Access;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Charts;

/// <summary>The accessible twin of a chart: the same points as rows.</summary>
public sealed partial class FigureTable
{
    [Parameter, EditorRequired]
    public required Figure Figure { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    // Steps in different units share no column.
    private bool ByUnit => Figure.Shape == FigureShape.Steps;

    private bool HasNotes => Figure.Series.Any(series => series.Points.Any(point => NoteOf(point) is not null));

    private IEnumerable<TableRow> Rows
    {
        get
        {
            var columns = Figure.Series.Select(series => (Series: series, Points: series.Points.ToDictionary(point => point.Key, StringComparer.Ordinal))).ToList();
            var labels = Figure.Series.SelectMany(series => series.Points).DistinctBy(point => point.Key);
            foreach (var label in Figure.Shape is FigureShape.Time or FigureShape.Multiples ? labels.OrderBy(point => point.Start) : labels)
            {
                var points = columns.Select(column => (column.Series, column.Points.GetValueOrDefault(label.Key))).ToList();
                var notes = points.Select(pair => pair.Item2 is { } point ? NoteOf(point) : null).OfType<string>().Distinct(StringComparer.Ordinal);
                yield return new TableRow(label.Label, points.Select(pair => pair.Item2?.Href).FirstOrDefault(href => href is not null), points, string.Join("; ", notes));
            }
        }
    }

    private static bool HasInterval(Series series) => series.Points.Any(point => point.Lower is not null);

    private string? NoteOf(Point point) => (point.Note, point.Provisional) switch
    {
        ({ } note, true) => $"{note}; {Text(ChartText.ProvisionalShort)}",
        (null, true) => Text(ChartText.ProvisionalShort),
        var (note, _) => note,
    };

    private string Text(LocalText text) => Reader.Text(text);

    private sealed record TableRow(string Label, string? Href, IReadOnlyList<(Series Series, Point? Point)> Points, string Note);
}

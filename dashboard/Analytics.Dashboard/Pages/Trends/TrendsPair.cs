using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Shared;

namespace Analytics.Dashboard.Pages.Trends;

/// <summary>Two years side by side, whole or by the members of one dimension, and which differences are more than chance.</summary>
public static class TrendsPair
{
    public static Figure Of(Reader reader, TrendsFilters filters, Figure line)
    {
        var years = new[] { filters.Before!.Value, filters.After!.Value };
        var rows = line.Series.Select(series => (
            series,
            Before: At(reader, series, years[0]),
            After: At(reader, series, years[1]) with { Href = filters.Split is null ? null : series.Href })).ToList();
        // Those without a number stay in the members' order at the end: their place says nothing about their size.
        var ranked = rows.OrderByDescending(row => row.After.Value is not null && row.Before.Value is not null)
            .ThenByDescending(row => row.After.Value is not null && row.Before.Value is not null ? row.After.Value : null).ToList();
        var colour = UnitText.Colour(filters.Measure.Unit);
        return line with
        {
            Shape = FigureShape.Pairs,
            Subtitle = FigureParts.Scope(line.Subtitle, $"{years[0]}, {years[1]}"),
            PointHeading = filters.Split is { } split ? reader.Text(SharedText.Dimension(split)) : line.PointHeading,
            Series =
            [
                new Series($"{years[0]}", colour, line.Unit, [.. ranked.Select(row => row.Before with { Note = null, Provisional = false })]),
                new Series($"{years[1]}", colour, line.Unit, [.. ranked.Select(row => row.After with { Note = Difference(reader, filters, line, row.series, row.Before, row.After), Provisional = false })]),
            ],
            Events = [],
            Summary = reader.Text(TrendsText.PairSummary, reader.Text(filters.Measure.Name), string.Join("; ", ranked.Select(row => $"{row.series.Name}: {row.Before.Text} ({years[0]}), {row.After.Text} ({years[1]})"))),
            Notes = [.. line.Notes, .. rows.Exists(row => row.Before.Provisional || row.After.Provisional) ? (string[])[reader.Text(TrendsText.PairProvisional)] : []],
        };
    }

    public static string Heading(Reader reader, TrendsFilters filters, Figure line)
    {
        var changes = line.Series
            .Select(series => Change(reader, filters, line, series, At(reader, series, filters.Before!.Value), At(reader, series, filters.After!.Value))).ToList();
        return reader.Text(
            changes.TrueForAll(change => change == PairChange.Broken) ? TrendsText.PairBroken
            : changes.Exists(change => change is PairChange.Rose or PairChange.Fell) ? TrendsText.PairHeading
            : changes.TrueForAll(change => change == PairChange.WithinChance) ? TrendsText.PairNoneOfAll
            : TrendsText.PairNone,
            reader.Text(filters.Measure.Name), $"{filters.Before}", $"{filters.After}",
            changes.Count(change => change == PairChange.Rose), changes.Count(change => change == PairChange.Fell),
            changes.Count(change => change == PairChange.WithinChance), changes.Count(change => change is PairChange.Unknown or PairChange.Broken));
    }

    private static string Difference(Reader reader, TrendsFilters filters, Figure line, Series series, Point before, Point after) =>
        reader.Text(Change(reader, filters, line, series, before, after) switch
        {
            PairChange.Rose => TrendsText.PairRose,
            PairChange.Fell => TrendsText.PairFell,
            PairChange.WithinChance => TrendsText.PairWithinChance,
            PairChange.Broken => TrendsText.PairNotComparable,
            _ => TrendsText.PairUnknown,
        });

    // A year that is not yet whole does not compare with one that is.
    private static PairChange Change(Reader reader, TrendsFilters filters, Figure line, Series series, Point before, Point after) =>
        before.Value is null || after.Value is null || before.Provisional || after.Provisional ? PairChange.Unknown
        : series.Breaks.Concat(line.Events.Where(one => one.IsBreak).Select(one => one.At)).Any(day => day > before.Start && day <= after.Start) ? PairChange.Broken
        : !Comparison.IsBeyondChance(reader, filters.Measure, before, after) ? PairChange.WithinChance
        : after.Value > before.Value ? PairChange.Rose : PairChange.Fell;

    private static Point At(Reader reader, Series series, int year) =>
        (series.Points.FirstOrDefault(point => point.Start?.Year == year) ?? FigureParts.Point(reader, "", "", cell: null)) with { Key = series.Name, Label = series.Name };

    private enum PairChange
    {
        Unknown,
        Broken,
        WithinChance,
        Rose,
        Fell,
    }
}

using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Charts;

/// <summary>From published cells to the parts of a figure: points, periods, events, source lines.</summary>
public static class FigureParts
{
    /// <summary>A point of a cell; where the publication has no such cell, nothing was reported.</summary>
    public static Point Point(Reader reader, string key, string label, Cell? cell, int decimals = 0, decimal scale = 1, string suffix = "")
    {
        var status = cell?.Status ?? CellStatus.NotReported;
        var value = cell?.Value * scale;
        var point = new Point(key, label, value, status, Written(reader, value, status, decimals, suffix));
        return cell is null ? point : point with
        {
            Start = cell.Start,
            End = cell.End,
            Lower = cell.Lower * scale,
            Upper = cell.Upper * scale,
            IntervalText = cell is { Lower: { } lower, Upper: { } upper }
                ? reader.Text(ChartText.IntervalOf, reader.Language.Number(lower * scale, decimals), reader.Language.Number(upper * scale, decimals) + suffix)
                : null,
            Provisional = cell.Provisional,
            Lineage = Lineage(reader, cell),
            Note = cell.Revision is { } revision
                ? reader.Text(RevisionsText.Revised, reader.Language.Date(Publication.Day(revision.At)), Written(reader, revision.OldValue * scale, revision.OldStatus, decimals, suffix))
                : null,
        };
    }

    // Who runs the system sees the files behind a number; other readers see the sources.
    private static string? Lineage(Reader reader, Cell cell) => reader.Role is Role.Administrator or Role.Coordinator && cell.Status == CellStatus.Ok && MeasureCatalogue.Find(cell.Measure)?.Unit != Unit.Report
        ? LineageLink.Of(reader, cell.Measure, cell.Period, cell.Members)
        : null;

    /// <summary>A number as the reader writes it, or the word for why there is none.</summary>
    public static string Written(Reader reader, decimal? value, CellStatus status, int decimals, string suffix = "") => value is { } number
        ? reader.Language.Number(number, decimals) + suffix
        : reader.Text(ChartText.Word(status) ?? ChartText.NotReportedShort);

    /// <summary>A period in words: 2020, Q1 2020, Mar 2020, 2018–2020.</summary>
    public static string Period(Language language, PeriodKind kind, string period) => kind switch
    {
        PeriodKind.Month => language.Month(Number(period[..4]), Number(period[5..7])),
        PeriodKind.Quarter => language.Quarter(Number(period[..4]), Number(period[6..])),
        PeriodKind.Span => period.Replace('-', '–'),
        PeriodKind.All => language.Text(Shared.SharedText.AllYears),
        _ => period,
    };

    /// <summary>The policy events within a time axis, in order.</summary>
    public static IReadOnlyList<FigureEvent> Events(Reader reader, Reference reference, IReadOnlyList<Point> points, bool breaks)
    {
        var starts = points.Select(point => point.Start).OfType<DateOnly>().ToList();
        var ends = points.Select(point => point.End).OfType<DateOnly>().ToList();
        return starts.Count == 0 ? [] :
        [
            .. reference.Events
                .Where(one => one.Start > starts.Min() && one.Start <= ends.Max())
                .Select(one => new FigureEvent(
                    one.Start, reader.Text(EventText.Brief(one)), reader.Text(one.Title), reader.Language.Date(one.Start), one.IsBreak && breaks)),
        ];
    }

    /// <summary>Sources, data-as-of and method of the measures that a figure shows.</summary>
    public static FigureSource Source(Reader reader, CellAnswer answer, params ReadOnlySpan<MethodNote> notes)
    {
        var measures = answer.Request.Measures.Select(MeasureCatalogue.Find).OfType<Measure>().ToList();
        List<string> parts = [string.Join(", ", measures.SelectMany(measure => measure.Feeds).Select(feed => reader.Text(UnitText.Feed(feed))).Distinct(StringComparer.Ordinal))];
        if (answer.Publication?.DataAsOfDay is { } day)
        {
            parts.Add(reader.Text(ChartText.DataAsOf, reader.Language.AsOf(day)));
        }

        if (answer.Publication?.Synthetic == true)
        {
            parts.Add(reader.Text(LayoutText.Synthetic));
        }

        return new FigureSource(
            answer.FigureId,
            string.Join(" · ", parts),
            [.. measures.Select(measure => new MethodNote(
                reader.Text(measure.Name), reader.Text(measure.Definition), measure.Formula, $"{reader.Href(Routes.MeasureList)}#{measure.Id}")), .. notes])
        {
            Lineage = answer.Cells.Where(cell => cell.Value is not null).MaxBy(cell => cell.End) is { } newest ? Lineage(reader, newest) : null,
        };
    }

    /// <summary>"Persons, Kyrgyz Republic, 2018–2020": the line under a figure's title.</summary>
    public static string Scope(params ReadOnlySpan<string?> parts)
    {
        var line = string.Join(", ", parts.ToArray().Where(part => !string.IsNullOrEmpty(part)));
        return line.Length == 0 ? line : char.ToUpperInvariant(line[0]) + line[1..];
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}

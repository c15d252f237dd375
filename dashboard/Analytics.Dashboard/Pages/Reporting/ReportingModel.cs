using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Overview;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Reporting;

/// <summary>A cell of the grid: read by its symbol and word; colour only repeats them.</summary>
/// <param name="Kind">on-time, late, received, missing, nil, nil-late, not-due or not-owed: class and place in the legend.</param>
/// <param name="Title">The whole of it in a sentence.</param>
public sealed record GridCell(string Kind, string Symbol, string Word, string Title);

public sealed record GridRow(string Organisation, IReadOnlyList<GridCell> Cells, int Received, int Expected, int Late, int Missing, string Rate);

/// <param name="SortLink">Leads to the grid in this column's order.</param>
/// <param name="Sorted">As <c>aria-sort</c>; null where another column decides.</param>
public sealed record GridColumn(string Name, string SortLink, string? Sorted);

/// <param name="Silences">Organisations whose newest reports are missing, the longest silence first.</param>
public sealed record ReportingView(
    string Heading,
    IReadOnlyList<Filter> Filters,
    IReadOnlyList<string> Silences,
    GridColumn Organisation,
    IReadOnlyList<string> Months,
    GridColumn Received,
    GridColumn Late,
    GridColumn Missing,
    IReadOnlyList<GridRow> Rows,
    IReadOnlyList<GridCell> Legend,
    IReadOnlyList<SourceRow> Sources);

public static class ReportingModel
{
    public const string FeedKey = "feed";
    public const string YearKey = "year";
    public const string SortKey = "sort";

    private const string DefaultFeed = "ngo_monthly";

    /// <summary>One missing report may be on its way; from two on it is a silence.</summary>
    private const int SilentFrom = 2;

    public static ReportingView Build(Reader reader, IReadOnlyList<ReportRow> reports, Reference reference, DateTimeOffset now)
    {
        var feeds = reports.Select(row => row.Feed).Distinct(StringComparer.Ordinal).ToList();
        var feed = feeds.Find(one => one == reader.Address.Value(FeedKey)) ?? feeds.Find(one => one == DefaultFeed) ?? feeds.FirstOrDefault();
        var ofFeed = reports.Where(row => row.Feed == feed).ToList();
        var years = ofFeed.Select(row => row.Month.Year).Distinct().OrderDescending().ToList();
        var year = int.TryParse(reader.Address.Value(YearKey), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && years.Contains(asked) ? asked : years.FirstOrDefault();
        var rows = ofFeed.GroupBy(row => row.Organisation, StringComparer.Ordinal)
            .Select(organisation => Row(reader, NameIn(reader, reference, organisation.Key, new DateOnly(Math.Max(year, 1), 12, 31)), year, [.. organisation.Where(row => row.Month.Year == year)]))
            .Where(row => row.Cells.Any(cell => cell.Kind != "not-owed"))
            .ToList();
        var sort = reader.Address.Value(SortKey);
        var silences = Silences(reader, reference, ofFeed);
        return new ReportingView(
            Heading(reader, year, rows, silences.Count),
            [
                Filter.Of(reader, ReportingText.Feed, FeedKey, [.. feeds.Select(one => (one == DefaultFeed ? null : (string?)one, reference.Name("source", one)))], feed == DefaultFeed ? null : feed),
                new Filter(reader.Text(ReportingText.Year),
                    [.. years.Select((one, index) => new FilterChoice($"{one}", reader.Address.With(YearKey, index == 0 ? null : $"{one}"), one == year, index == 0))]),
            ],
            silences,
            Column(reader, ReportingText.Organisation, sort, null),
            [.. Enumerable.Range(1, 12).Select(month => reader.Language.Month(year == 0 ? 1 : year, month).Replace($"{year}-ж. ", "", StringComparison.Ordinal).Replace($" {year}", "", StringComparison.Ordinal))],
            Column(reader, ReportingText.ReceivedOf, sort, "received"),
            Column(reader, ReportingText.Late, sort, "late"),
            Column(reader, ReportingText.Missing, sort, "missing"),
            [.. Sorted(rows, sort)],
            ReportingText.Legend(reader),
            [.. reference.Sources.Select(source => OverviewFigures.Source(reader, source, now))]);
    }

    private static IEnumerable<GridRow> Sorted(List<GridRow> rows, string? sort) => (sort switch
    {
        "received" => rows.OrderBy(row => row.Expected == 0 ? 1 : (double)row.Received / row.Expected),
        "late" => rows.OrderByDescending(row => row.Late),
        "missing" => rows.OrderByDescending(row => row.Missing),
        _ => rows.OrderBy(row => row.Organisation, StringComparer.Ordinal),
    }).ThenBy(row => row.Organisation, StringComparer.Ordinal);

    private static GridColumn Column(Reader reader, Analytics.Domain.LocalText name, string? sort, string? key)
    {
        var isSorted = sort == key || (key is null && sort is not ("received" or "late" or "missing"));
        return new GridColumn(reader.Text(name), reader.Address.With(SortKey, key), !isSorted ? null : key is null or "received" ? "ascending" : "descending");
    }

    // An organisation that was renamed is one row; a year that it was renamed in says both codes.
    private static string NameIn(Reader reader, Reference reference, string organisation, DateOnly yearEnd)
    {
        var now = reader.Text(reference.Name(Dimension.Organisation, organisation, yearEnd));
        var before = reader.Text(reference.Name(Dimension.Organisation, organisation, new DateOnly(yearEnd.Year, 1, 1)));
        return now == before ? now : $"{before} → {now}";
    }

    private static GridRow Row(Reader reader, string organisation, int year, List<ReportRow> reports)
    {
        var cells = Enumerable.Range(1, 12).Select(month => Cell(reader, reports.Find(row => row.Month.Month == month), new DateOnly(Math.Max(year, 1), month, 1))).ToList();
        var received = reports.Count(row => row.ReceivedOn is not null);
        var expected = reports.Count(row => row.State != ReportState.NotDue);
        return new GridRow(
            organisation,
            cells,
            received,
            expected,
            reports.Count(row => row.State == ReportState.Late),
            reports.Count(row => row.State == ReportState.Missing),
            expected == 0 ? "–" : reader.Language.Percent((decimal)received / expected, 0));
    }

    private static GridCell Cell(Reader reader, ReportRow? report, DateOnly month)
    {
        var label = reader.Language.Month(month.Year, month.Month);
        if (report is null)
        {
            return ReportingText.NotOwed(reader) with { Title = $"{label}: {reader.Text(ReportingText.NotOwedLong)}" };
        }

        var cell = ReportingText.Cell(reader, report.State, report.Nil);
        var due = reader.Text(ReportingText.Due, reader.Language.Date(report.DueOn));
        var came = report.ReceivedOn is { } day && report.State != ReportState.Received ? $"{reader.Text(ReportingText.Came, reader.Language.Date(day))}; " : "";
        return cell with { Title = $"{label}: {cell.Title}. {came}{due}" };
    }

    private static List<string> Silences(Reader reader, Reference reference, IEnumerable<ReportRow> ofFeed) =>
    [
        .. ofFeed.Where(row => row.State != ReportState.NotDue)
            .GroupBy(row => row.Organisation, StringComparer.Ordinal)
            .Select(organisation => (
                Key: reader.Text(reference.Name(Dimension.Organisation, organisation.Key)),
                Months: organisation.OrderByDescending(row => row.Month).TakeWhile(row => row.State == ReportState.Missing).Count(),
                Last: organisation.Where(row => row.ReceivedOn is not null).Select(row => (DateOnly?)row.Month).Max()))
            .Where(one => one.Months >= SilentFrom)
            .OrderByDescending(one => one.Months).ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => one.Last is { } last
                ? reader.Text(ReportingText.Quiet, one.Key, reader.Language.Count(one.Months, UnitText.Months), reader.Language.Month(last.Year, last.Month))
                : reader.Text(ReportingText.NeverReported, one.Key, reader.Language.Count(one.Months, UnitText.Months))),
    ];

    private static string Heading(Reader reader, int year, List<GridRow> rows, int silent) =>
        rows.Count == 0 ? reader.Text(ReportingText.HeadingNone)
        : reader.Text(
            silent == 0 ? ReportingText.Heading : ReportingText.HeadingSilent,
            rows.Sum(row => row.Expected), year, reader.Language.Number(rows.Sum(row => row.Received)), reader.Language.Number(silent));
}

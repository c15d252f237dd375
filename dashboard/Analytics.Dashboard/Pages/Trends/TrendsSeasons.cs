using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Trends;

/// <summary>Year over year: the quarters or months of the newest years laid over each other.</summary>
public static class TrendsSeasons
{
    private const int MostYears = 5;

    // A leap year, so that each day of any year has its place.
    private const int AnyYear = 2000;

    private static readonly string[] s_earlierColours = ["c4", "c5", "c6", "c8"];

    public static Figure Of(Reader reader, TrendsFilters filters, Figure line)
    {
        var points = line.Series.SelectMany(series => series.Points).Where(point => point.Start is not null).ToList();
        var years = points.Select(point => point.Start!.Value.Year).Distinct().OrderDescending().Take(MostYears).ToList();
        var breaks = line.Events.Where(one => one.IsBreak).Select(one => one.At).Concat(line.Series.SelectMany(series => series.Breaks)).ToList();
        IReadOnlyList<Series> series =
        [
            .. years.Select((year, index) => new Series(
                $"{year}",
                index == 0 ? line.Series[0].Colour : s_earlierColours[index - 1],
                line.Unit,
                [.. points.Where(point => point.Start!.Value.Year == year).Select(point => Laid(reader, filters, point))])
            {
                Breaks = [.. breaks.Where(day => day.Year == year).Select(OnAnyYear)],
                Href = reader.Address.With(
                    (TrendsFilters.ViewKey, null), (TrendsFilters.GrainKey, CodeText.Code(filters.Grain)),
                    (TrendsFilters.FromKey, $"{year}"), (TrendsFilters.ToKey, $"{year}")),
            }),
        ];
        return line with
        {
            Layered = true,
            Series = series,
            Events = [],
            Summary = TrendsFinding.Summary(reader, filters, series),
            Notes = [.. line.Notes, .. breaks.Exists(day => years.Contains(day.Year)) ? (string[])[reader.Text(TrendsText.SeasonBreak)] : []],
        };
    }

    private static Point Laid(Reader reader, TrendsFilters filters, Point point)
    {
        var start = OnAnyYear(point.Start!.Value);
        return point with
        {
            Key = $"{start.Month}",
            Label = filters.Grain == PeriodKind.Month ? reader.Language.MonthName(start.Month) : reader.Language.QuarterName((start.Month + 2) / 3),
            Start = start,
            End = OnAnyYear(point.End!.Value),
            // The table's rows are seasons, and a note would not say of which year it is.
            Note = point.Note is { } note ? $"{point.Label}: {note}" : null,
        };
    }

    private static DateOnly OnAnyYear(DateOnly day) => new(AnyYear, day.Month, day.Day);
}

using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Regions;

/// <summary>What the map says, in words computed from its points.</summary>
public static class RegionsFinding
{
    private const int MostNamed = 3;

    public static string Heading(Reader reader, RegionsFilters filters, IReadOnlyList<Point> rows, decimal? country, Point? apart = null)
    {
        var name = reader.Text(filters.Measure.Name);
        var known = rows.Where(row => row.Value is not null).ToList();
        if (rows.Count == 1)
        {
            return One(reader, name, rows[0]);
        }

        if (known.Count == 0)
        {
            return reader.Text(
                !rows.Any(row => row.Status == CellStatus.Withheld) ? RegionsText.NothingPublished
                : filters.Region is null && rows.All(row => row.Status == CellStatus.Withheld) ? RegionsText.AllWithheld : RegionsText.NoneShown, name);
        }

        if (known.TrueForAll(row => row.Value == 0))
        {
            return reader.Text(rows.Any(row => row.Status == CellStatus.Withheld) ? RegionsText.ZeroOrWithheld : RegionsText.AllZero, name);
        }

        var highest = known[0];
        if (known.Exists(row => row.Key != highest.Key && row.Value == highest.Value))
        {
            return reader.Text(RegionsText.Tie, name, highest.Text, string.Join(", ", known.Where(row => row.Value == highest.Value).Select(row => row.Label)));
        }

        // No place is called highest while another one may be as high.
        var level = known.Where(row => row.Key != highest.Key && !IsApart(reader, filters, row, highest)).Select(row => row.Label).ToList();
        if (level.Count > 0)
        {
            return reader.Text(
                RegionsText.Level, name, string.Join(", ", level.Take(MostNamed - 1).Prepend($"{highest.Label} ({highest.Text})")) + (level.Count >= MostNamed ? "…" : ""));
        }

        // Those of whom no district is known could be anywhere.
        if (filters.Region is not null && apart is not null)
        {
            return reader.Text(RegionsText.HighestOfStated, name, highest.Label, highest.Text);
        }

        return country is { } whole and > 0
            ? reader.Text(
                filters.PerPopulation || MeasureFormat.IsShare(filters.Measure) || filters.Measure.Kind == Analytics.Domain.Measures.MeasureKind.Ratio
                    ? RegionsText.HighestAgainstCountry
                    : filters.Region is null ? RegionsText.HighestOfCountry : RegionsText.HighestOfRegion,
                name, highest.Label, highest.Text,
                reader.Language.Number(whole, RegionsFigure.Decimals(filters)) + MeasureFormat.Suffix(filters.Measure))
            : reader.Text(RegionsText.Highest, name, highest.Label, highest.Text);
    }

    /// <summary>The figure of a region whose districts are not published.</summary>
    public static string Whole(Reader reader, RegionsFilters filters, string region, Published.CellAnswer whole)
    {
        var point = FigureParts.Point(
            reader, "", region, whole.Cells.Count == 1 ? whole.Cells[0] : null, RegionsFigure.Decimals(filters), MeasureFormat.Scale(filters.Measure), MeasureFormat.Suffix(filters.Measure));
        return One(reader, reader.Text(filters.Measure.Name), point);
    }

    private static string One(Reader reader, string name, Point point) =>
        point.Status == CellStatus.Withheld ? reader.Text(RegionsText.OneWithheld, name, point.Label) : $"{name}, {point.Label}: {point.Text}";

    // Counts over the same period by the test of two counts; rates and ratios when their intervals are apart.
    private static bool IsApart(Reader reader, RegionsFilters filters, Point lower, Point higher) =>
        filters.PerPopulation ? lower.Upper < higher.Lower : Comparison.IsBeyondChance(reader, filters.Measure, lower, higher);

    public static string Summary(Reader reader, RegionsFilters filters, IReadOnlyList<Point> rows) => reader.Text(
        RegionsText.Summary,
        reader.Text(filters.Measure.Name),
        string.Join("; ", rows.Select(row => $"{row.Label}: {row.Text}")));
}

using Analytics.Dashboard.Cells;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;

namespace Analytics.Dashboard.Pages.Regions;

/// <summary>What the map says, in words computed from its points.</summary>
public static class RegionsFinding
{
    public static string Heading(Reader reader, RegionsFilters filters, IReadOnlyList<Point> rows, decimal? country)
    {
        var name = reader.Text(filters.Measure.Name);
        var known = rows.Where(row => row.Value is not null).ToList();
        if (known.Count == 0)
        {
            return reader.Text(rows.Any(row => row.Status == CellStatus.Withheld) ? RegionsText.AllWithheld : RegionsText.NothingPublished, name);
        }

        var highest = known[0];
        if (known.Exists(row => row.Key != highest.Key && row.Value == highest.Value))
        {
            return reader.Text(RegionsText.Tie, name, highest.Text, string.Join(", ", known.Where(row => row.Value == highest.Value).Select(row => row.Label)));
        }

        return country is { } whole and > 0
            ? reader.Text(
                filters.PerPopulation || MeasureFormat.IsShare(filters.Measure) || filters.Measure.Kind == Analytics.Domain.Measures.MeasureKind.Ratio
                    ? RegionsText.HighestAgainstCountry : RegionsText.HighestOfCountry,
                name, highest.Label, highest.Text,
                reader.Language.Number(whole, RegionsFigure.Decimals(filters)) + MeasureFormat.Suffix(filters.Measure))
            : reader.Text(RegionsText.Highest, name, highest.Label, highest.Text);
    }

    public static string Summary(Reader reader, RegionsFilters filters, IReadOnlyList<Point> rows) => reader.Text(
        RegionsText.Summary,
        reader.Text(filters.Measure.Name),
        string.Join("; ", rows.Select(row => $"{row.Label}: {row.Text}")));
}

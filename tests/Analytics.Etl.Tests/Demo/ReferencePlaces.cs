using Analytics.Database;
using CsvHelper;

namespace Analytics.Etl.Tests.Demo;

/// <summary>Places as the reference data of the warehouse knows them, to tell what a spelling means.</summary>
internal static class ReferencePlaces
{
    private static readonly List<string[]> s_regions = Rows("10_region.csv");
    private static readonly List<string[]> s_countries = Rows("20_country.csv");

    private static readonly Dictionary<string, string> s_alpha2 = new(StringComparer.Ordinal)
    {
        ["KG"] = "KGZ", ["RU"] = "RUS", ["KZ"] = "KAZ", ["TR"] = "TUR", ["AE"] = "ARE", ["KR"] = "KOR", ["IN"] = "IND", ["SY"] = "SYR",
        ["BH"] = "BHR", ["SA"] = "SAU", ["PL"] = "POL", ["DE"] = "DEU", ["UZ"] = "UZB", ["TJ"] = "TJK",
    };

    /// <returns>The 14-digit code of the unit of the first level that the text names; null for an empty text.</returns>
    public static string? Region(string written)
    {
        if (written.Length == 0)
        {
            return null;
        }

        // soate, iso, level, parent, en, ru, ky
        // A town has no code of its own that ends in zeros.
        var row = written.All(char.IsDigit)
            ? s_regions.Find(r => r[0] == written.PadRight(14, '0')) ?? s_regions.Where(r => r[0].StartsWith(written, StringComparison.Ordinal)).MinBy(r => r[0], StringComparer.Ordinal)
            : Assert.Single(s_regions, r => r.Skip(1).Any(value => value == written));
        Assert.NotNull(row);
        return row[2] == "1" ? row[0] : row[3];
    }

    /// <returns>The alpha-3 code; null for an empty text.</returns>
    public static string? Country(string written) => written.Length switch
    {
        0 => null,
        2 => s_alpha2[written],
        _ => Assert.Single(s_countries, r => r.Contains(written, StringComparer.Ordinal))[0],
    };

    private static List<string[]> Rows(string name)
    {
        using var stream = typeof(Migrator).Assembly.GetManifestResourceStream($"reference/{name}")!;
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' });
        csv.ReadHeader();
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return rows;
    }
}

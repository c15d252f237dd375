using Analytics.Database;
using CsvHelper;

namespace Analytics.Etl.Feeds.Types;

internal sealed record ReferenceRegion(string Soate, string Iso, int Level, IReadOnlyList<string> Names);

internal sealed record ReferenceCountry(string Iso3, string Iso2, IReadOnlyList<string> Names);

/// <summary>The reference data that values are recognised by: the same files that the database's dimensions are loaded from.</summary>
internal static class ReferenceLists
{
    public static IReadOnlyList<ReferenceRegion> Regions { get; } =
        [.. Read("10_region")
            .GroupBy(r => r["soate"], StringComparer.Ordinal)
            .Select(states => states.OrderByDescending(r => r["valid_from"], StringComparer.Ordinal).ToList())
            // A unit is recognised by the names it had before, too.
            .Select(states => new ReferenceRegion(states[0]["soate"], states[0]["iso_3166_2"], int.Parse(states[0]["level"]), [.. Names(states[0]).Concat(states.Skip(1).SelectMany(Names).Except(Names(states[0]), StringComparer.Ordinal))]))];

    public static IReadOnlyList<ReferenceCountry> Countries { get; } =
        [.. Read("20_country").Select(r => new ReferenceCountry(r["iso3"], r["iso2"], Names(r)))];

    /// <summary>Names of the codes of a list of <c>80_code.csv</c>, or of the forms of exploitation for the list <c>form</c>.</summary>
    public static ILookup<string, (string Code, string Name)> CodeNames { get; } =
        Read("80_code").SelectMany(r => Names(r).Select(n => (List: r["list"], Code: r["code"], Name: n)))
            .Concat(Read("70_form").SelectMany(r => Names(r).Select(n => (List: "form", Code: r["form"], Name: n))))
            .ToLookup(r => r.List, r => (r.Code, r.Name), StringComparer.Ordinal);

    private static string[] Names(Dictionary<string, string> row) => [row["name_en"], row["name_ru"], row["name_ky"]];

    private static List<Dictionary<string, string>> Read(string name)
    {
        using var reader = CsvReader.Create(SqlText.Open(typeof(Migrator).Assembly, $"reference/{name}.csv"), CsvReaderOptions.Default, leaveOpen: false);
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(reader.Headers.Index().ToDictionary(h => h.Item, h => reader.GetString(h.Index), StringComparer.Ordinal));
        }

        return rows;
    }
}

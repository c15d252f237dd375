using Analytics.Domain;
using Analytics.Domain.Measures;
using Analytics.Domain.Programmes;

namespace Analytics.Etl.Programmes;

/// <summary>
/// The four files of the folder <c>programmes</c> in the data folder, edited by the administrator or sent by a donor: donors.csv,
/// programmes.csv, grants.csv, targets.csv. They are taken whole or not at all.
/// </summary>
internal static class ProgrammeFiles
{
    private static readonly string[] s_donors = ["donor", "name_en", "name_ru", "name_ky", "account"];
    private static readonly string[] s_programmes = ["programme", "name_en", "name_ru", "name_ky", "from", "to", "regions"];
    private static readonly string[] s_grants = ["programme", "donor", "from", "to", "amount", "currency", "share"];
    private static readonly string[] s_targets = ["programme", "indicator", "period", "target", "entered_on"];

    /// <summary>What targets may be set for.</summary>
    public static IReadOnlySet<string> Indicators { get; } =
        MeasureCatalogue.All.Where(measure => measure.Kind == MeasureKind.ProtectedCount && measure.Dimensions.Contains("programme", StringComparer.Ordinal) && !measure.Dimensions.Contains("donor", StringComparer.Ordinal))
            .Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal);

    public static bool AreIn(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.csv").Any();

    /// <returns>What the files declare, and one line for each fault; with a fault nothing may be taken over.</returns>
    public static (ProgrammeSet Set, IReadOnlyList<string> Faults) Read(string folder)
    {
        var faults = new List<string>();
        var donors = Rows(folder, "donors.csv", s_donors, faults, row => new Donor(row.Code("donor"), Name(row), row.Optional("account")));
        var programmes = Rows(folder, "programmes.csv", s_programmes, faults, Programme);
        Repeated("donors.csv", donors.Select(donor => donor.Code), faults);
        Repeated("programmes.csv", programmes.Select(programme => programme.Code), faults);
        if (donors.Any(donor => donor.Code == SharedCredit.NoDonor) || programmes.Any(programme => programme.Code == "unknown"))
        {
            faults.Add($"donors.csv, programmes.csv: the codes {SharedCredit.NoDonor} and unknown are taken; choose others.");
        }

        var donorCodes = donors.Select(donor => donor.Code).ToHashSet(StringComparer.Ordinal);
        var programmeCodes = programmes.Select(programme => programme.Code).ToHashSet(StringComparer.Ordinal);
        var grants = Rows(folder, "grants.csv", s_grants, faults, row => Grant(row, programmeCodes, donorCodes));
        var targets = Rows(folder, "targets.csv", s_targets, faults, row => new Target(
            row.Known("programme", programmeCodes, "programmes.csv"), row.Known("indicator", Indicators, string.Join(", ", Indicators.Order(StringComparer.Ordinal))),
            row.Year("period"), row.Positive("target"), row.Day("entered_on")));
        Repeated("targets.csv", targets.Select(target => $"{target.Programme} {target.Indicator} {target.Year} entered {target.EnteredOn:yyyy-MM-dd}"), faults);
        var (shares, shareFaults) = GrantShares.Of(grants);
        faults.AddRange(shareFaults.Select(fault => $"grants.csv, {fault}"));
        return (new ProgrammeSet(donors, programmes, grants, shares, targets), faults);
    }

    private static Programme Programme(DeclaredRow row)
    {
        var (from, to) = (row.Day("from"), row.OptionalDay("to"));
        if (to < from)
        {
            row.Fault("to", "lies before from", "give the last day of the programme", 0);
        }

        var regions = (row.Optional("regions") ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (regions.Any(region => region is not { Length: 14 } || !region.All(char.IsAsciiDigit)))
        {
            row.Fault("regions", "is not a list of SOATE codes", "give codes of 14 digits with | between them", 0);
        }

        return new Programme(row.Code("programme"), Name(row), from, to, regions);
    }

    private static Grant Grant(DeclaredRow row, HashSet<string> programmes, HashSet<string> donors)
    {
        var (from, to) = (row.Day("from"), row.Day("to"));
        if (to < from)
        {
            row.Fault("to", "lies before from", "give the last day of the grant", 0);
        }

        var currency = row.Required("currency");
        if (currency is not { Length: 3 } || !currency.All(char.IsAsciiLetterUpper))
        {
            row.Fault("currency", "is not a currency", "give the three letters of ISO 4217, such as USD", 0);
        }

        var share = row.OptionalPositive("share");
        if (share > 1)
        {
            row.Fault("share", "is above 1", "give it as a part of one, such as 0.6", 0);
        }

        return new Grant(
            row.Known("programme", programmes, "programmes.csv"), row.Known("donor", donors, "donors.csv"), from, to, row.Positive("amount"), currency, share);
    }

    private static LocalText Name(DeclaredRow row) => new(row.Required("name_en"), row.Required("name_ru"), row.Required("name_ky"));

    private static List<T> Rows<T>(string folder, string file, string[] columns, List<string> faults, Func<DeclaredRow, T> read) =>
        [.. DeclaredTable.Read(folder, file, columns, faults).Select(row => (Row: row, Value: read(row))).Where(one => one.Row.IsSound).Select(one => one.Value)];

    private static void Repeated(string file, IEnumerable<string> keys, List<string> faults) =>
        faults.AddRange(keys.GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{file}: {group.Key} is there {group.Count()} times; keep one."));
}

using Analytics.Domain.Disclosure;
using System.Text.RegularExpressions;

namespace Analytics.Etl.Commands.Protect;

/// <summary>
/// The hierarchy that a column's codes show by themselves: days in months in quarters in years, however they are written, and
/// territories by SOATE prefix. Any other column is flat.
/// </summary>
internal static partial class CodeTree
{
    /// <summary>Lengths of the country, region, district, community and place parts of a SOATE code.</summary>
    private static readonly int[] s_soateLevels = [11, 8, 5, 3];

    /// <returns>Code → parent, without the total.</returns>
    public static Dictionary<string, string> Of(IEnumerable<string> column)
    {
        var codes = column.Where(code => !string.Equals(code, SpanningVariable.Total, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        Func<string, IEnumerable<string>> above = codes.All(code => PeriodCode.Parse(code) is not null) ? PeriodCode.Above
            : codes.All(code => Territory().IsMatch(code)) ? TerritoriesAbove
            : _ => [];
        // The forms are equal in meaning, so a parent may be written in another form than its child.
        var written = codes.GroupBy(Canonical, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return codes.ToDictionary(
            code => code,
            code => above(Canonical(code)).Select(written.GetValueOrDefault).FirstOrDefault(parent => parent is not null) ?? SpanningVariable.Total,
            StringComparer.Ordinal);
    }

    /// <summary>
    /// The tree in which each code lies below the longest other code that it starts with (A, A1, A12; north, north-east). Only a
    /// guess: to be used where the counts do not add up without levels and do with these.
    /// </summary>
    public static Dictionary<string, string> ByPrefix(IEnumerable<string> column)
    {
        var codes = column.Where(code => !string.Equals(code, SpanningVariable.Total, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return codes.ToDictionary(
            code => code,
            code => Enumerable.Range(1, code.Length - 1).Select(drop => code[..^drop]).FirstOrDefault(codes.Contains) ?? SpanningVariable.Total,
            StringComparer.Ordinal);
    }

    /// <summary>Whether any code lies below another.</summary>
    public static bool HasLevels(Dictionary<string, string> tree) =>
        tree.Values.Any(parent => !string.Equals(parent, SpanningVariable.Total, StringComparison.Ordinal));

    private static string Canonical(string code) =>
        Territory().IsMatch(code) ? code.PadRight(14, '0') : PeriodCode.Parse(code) ?? code;

    private static IEnumerable<string> TerritoriesAbove(string code) =>
        s_soateLevels.Select(length => code[..length].PadRight(14, '0')).Where(parent => !string.Equals(parent, code, StringComparison.Ordinal));

    [GeneratedRegex(@"^417(\d{2}|\d{5}|\d{8}|\d{11})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Territory();
}

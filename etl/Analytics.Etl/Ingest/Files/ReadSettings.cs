using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Etl.Ingest.Files;

/// <summary>What a mapping fixes about a file; what is null is detected from the content.</summary>
/// <param name="Delimiter">Field separator of delimited text.</param>
/// <param name="Sheet">Name of a worksheet.</param>
/// <param name="HeaderRow">Row of the header, from 1, counted over all rows of the file or sheet.</param>
/// <param name="Path">JSON: dotted path of the array of records; XML: name of the record element.</param>
/// <param name="KnownNames">Column names to expect, in the form of <see cref="HeaderName.Fold"/>; they decide which row is the header and which sheet is the table.</param>
internal sealed record ReadSettings(
    FileFormat? Format = null,
    Encoding? Encoding = null,
    char? Delimiter = null,
    string? Sheet = null,
    int? HeaderRow = null,
    string? Path = null,
    IReadOnlySet<string>? KnownNames = null)
{
    /// <summary>Rows looked at to find the header.</summary>
    public const int HeaderSearchRows = 30;

    /// <summary>Names of sheets, or patterns between slashes; null for every visible one with the same header.</summary>
    public IReadOnlyList<string>? Sheets { get; init; }

    /// <summary>Rows of the header of a sheet.</summary>
    public int? HeaderRows { get; init; }

    /// <summary>Column names to expect that hold dates, in the form of <see cref="HeaderName.Fold"/>.</summary>
    public IReadOnlySet<string> DateNames { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Fields around the records of JSON and XML, and counts of what lies in them, that are wanted beside their own fields.</summary>
    public IReadOnlyList<string> Nested { get; init; } = [];

    /// <summary>How rows become rows of the table.</summary>
    public TableSettings Table { get; init; } = TableSettings.None;

    /// <summary>Whether sheets are chosen by name.</summary>
    public bool NamesSheets => Sheet is not null || Sheets is not null;

    public bool Wants(string sheet, bool isHidden) =>
        Sheet is not null ? string.Equals(sheet, Sheet, StringComparison.OrdinalIgnoreCase)
        : Sheets is not null ? Sheets.Any(name => Names(name, sheet))
        : !isHidden;

    public bool IsDate(string column) => DateNames.Count > 0 && HeaderName.Ends(column).Any(DateNames.Contains);

    /// <summary>How many of the cells are names to expect; of a name in a group or under another one, its end counts as well.</summary>
    public int CountKnown(IEnumerable<string?> cells)
    {
        if (KnownNames is null)
        {
            return 0;
        }

        string[] names = [.. cells.Where(c => c is { Length: > 0 and <= Limits.LongestName }).OfType<string>()];
        return names.Select(name => HeaderName.Ends(name).FirstOrDefault(KnownNames.Contains)).OfType<string>().Distinct(StringComparer.Ordinal).Count()
            + KnownNames.Where(IsPattern).Count(pattern => Array.Exists(names, name => Names(pattern, name)));
    }

    public static bool IsPattern(string name) => name is ['/', _, .., '/'];

    /// <summary>Whether a name, or a pattern between slashes, means that column or sheet.</summary>
    public static bool Names(string name, string actual) => IsPattern(name)
        ? SafePattern.Of(name[1..^1], ignoreCase: true).IsMatch(HeaderName.Clean(actual))
        : string.Equals(name, actual, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Patterns that strangers write: matched in time that grows with the text alone.</summary>
internal static class SafePattern
{
    private static readonly ConcurrentDictionary<(string Pattern, bool IgnoreCase), Regex> s_made = [];

    /// <summary>Made once for each pattern; they come from mappings, never from files.</summary>
    public static Regex Of(string pattern, bool ignoreCase = false) => s_made.GetOrAdd((pattern, ignoreCase), static key => Make(key.Pattern, key.IgnoreCase));

    private static Regex Make(string pattern, bool ignoreCase) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), TimeSpan.FromSeconds(10));

    /// <returns>Whether it is a pattern, and of the safe kind: no reference back and no look around.</returns>
    public static bool IsGood(string pattern)
    {
        try
        {
            _ = Of(pattern);
            return pattern.Length is > 0 and <= 500;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}

using System.Globalization;
using System.Text;
using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files;

/// <summary>How column names are cleaned and compared.</summary>
internal static class HeaderName
{
    private const int MostGroups = 8;

    /// <summary>The name as written, without byte order marks, zero-width and direction marks, and surrounding white space.</summary>
    public static string Clean(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control) || c is '\t' or '\n' or '\r')
            {
                kept.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        // Workbooks can hold half a surrogate pair.
        return UnicodeText.Normalize(kept.ToString().Trim(), NormalizationForm.FormC);
    }

    /// <summary>
    /// The folded name, and what is left of it behind each slash, eight groups deep at most: the names by which a column in a group, or
    /// under another name, is found.
    /// </summary>
    public static IEnumerable<string> Ends(string name)
    {
        yield return Fold(name);
        foreach (var slash in Slashes(name))
        {
            yield return Fold(name[(slash + 1)..]);
        }
    }

    /// <summary>Where a name's groups end: the last eight, and none in what is too long for a name.</summary>
    public static IEnumerable<int> Slashes(string name) =>
        name.Length > Limits.LongestName ? [] : name.Index().Where(c => c.Item == '/').Select(c => c.Index).TakeLast(MostGroups);

    /// <summary>The form in which names are compared: lower case, with spaces, hyphens and dots as one underscore.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in Clean(name))
        {
            if (c is ' ' or '-' or '_' or '.' or '/' or '\u00A0')
            {
                if (folded.Length > 0 && folded[^1] != '_')
                {
                    folded.Append('_');
                }
            }
            else
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString().TrimEnd('_');
    }
}

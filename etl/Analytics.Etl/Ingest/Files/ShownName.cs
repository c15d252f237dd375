using System.Text;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Ingest.Files;

/// <summary>A name that a sender gave to a file, a sheet or a column, as it is stored and shown.</summary>
internal static class ShownName
{
    // Another one may be a piece of a name.
    private static readonly string[] s_extensions = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods", ".dbf", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".xml", ".zip"];

    /// <summary>With marks in the places of identifiers: the sender may have put a person's name or number into it, or what is no text.</summary>
    public static string Of(string name)
    {
        var clean = DirectIdentifiers.Scrub(HeaderName.Clean(name)).Scrubbed;
        var extension = Extension(clean);
        // In names of files and sheets other signs stand between words than in texts.
        var (text, found) = DirectIdentifiers.Scrub(Spoken(clean[..^extension.Length]));
        return found.Contains(IdentifierKind.PersonName) ? text.Replace(' ', '_') + extension : clean;
    }

    /// <summary>What says the format at the end of a file's name; empty where nothing does.</summary>
    public static string Extension(string name) => Array.Find(s_extensions, known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase)) ?? "";

    private static string Spoken(string name)
    {
        var spoken = new StringBuilder(name.Length);
        foreach (var sign in name)
        {
            if (char.IsUpper(sign) && spoken.Length > 0 && char.IsLower(spoken[^1]))
            {
                spoken.Append(' ');
            }

            spoken.Append(sign is '_' or '.' or '+' or '-' or ',' or '(' or ')' ? ' ' : sign);
        }

        return spoken.ToString();
    }
}

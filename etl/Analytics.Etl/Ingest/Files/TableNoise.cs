using System.Text;

namespace Analytics.Etl.Ingest.Files;

/// <summary>Recognises rows of a table that are no records: totals, a repeated header or the numbers of its columns, notes and signatures.</summary>
internal sealed class TableNoise(ISourceRows rows)
{
    private const int LongestTotal = 120;
    private const int ShortestNote = 12;
    private const int FewestColumns = 3;
    private const int WideTable = 5;
    private const int FewestNumbered = 4;
    private const int LabelRows = 3;

    private static readonly string[] s_totals = ["итого", "итог", "итоги", "всего", "бардыгы", "баары", "жыйынтыгы", "жыйынтык", "total", "totals", "grand total", "subtotal", "sub-total"];

    private readonly HashSet<string>[] _names = [.. rows.Header.Select(Parts)];
    private int _looked;

    /// <returns>What the current row is, as in <see cref="FileRemark"/>; null for a record.</returns>
    public string? Look()
    {
        var first = First();
        if (first < 0)
        {
            return null;
        }

        var value = FieldText.Trim(rows[first]);
        if (IsHeader(first, value) || IsNumbering() || (_looked++ < LabelRows && IsLabels()))
        {
            return FileRemark.Header;
        }

        if (first == 0 && rows.Header.Count >= WideTable && value.Length <= 4 && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9') && IsAlone(first))
        {
            return FileRemark.Blank;
        }

        return MayBeTotal(value) && IsTotal(Encoding.UTF8.GetString(value)) ? FileRemark.Total : IsNote(first, value) ? FileRemark.Note : null;
    }

    private static HashSet<string> Parts(string name)
    {
        var clean = HeaderName.Clean(name);
        var parts = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { clean };
        foreach (var slash in HeaderName.Slashes(clean))
        {
            parts.Add(clean[..slash].Trim());
            parts.Add(clean[(slash + 1)..].Trim());
        }

        parts.Remove("");
        return parts;
    }

    private int First()
    {
        for (var i = 0; i < rows.Header.Count; i++)
        {
            if (!rows.Header[i].StartsWith('#') && !FieldText.Trim(rows[i]).IsEmpty)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Most rows are told from totals by their first byte.</summary>
    private static bool MayBeTotal(ReadOnlySpan<byte> value) => value.Length <= LongestTotal && value[0] is 0xD0 or 0xD1 or (byte)'T' or (byte)'t' or (byte)'G' or (byte)'g' or (byte)'S' or (byte)'s';

    private static bool IsTotal(string text)
    {
        var lower = text.ToLowerInvariant();
        return Array.Exists(s_totals, word => lower.StartsWith(word, StringComparison.Ordinal)
            && (lower.Length == word.Length || lower[word.Length] is ' ' or ':' or ',' or '.' or '\u00A0' or '\n'));
    }

    /// <summary>Each value is the name of its column.</summary>
    private bool IsHeader(int first, ReadOnlySpan<byte> value)
    {
        if (!Names(first, value))
        {
            return false;
        }

        var (same, all) = (0, 0);
        for (var i = first; i < rows.Header.Count; i++)
        {
            if (!rows.Header[i].StartsWith('#') && FieldText.Trim(rows[i]) is { IsEmpty: false } other)
            {
                all++;
                same += Names(i, other) ? 1 : 0;
            }
        }

        return same >= 2 && same == all;
    }

    /// <summary>Most values are what the names of their columns say in words: First Name under prs_FirstName, as tools write a line of labels below the names.</summary>
    private bool IsLabels()
    {
        var (same, all) = (0, 0);
        for (var i = 0; i < rows.Header.Count; i++)
        {
            var value = rows.Header[i].StartsWith('#') ? default : FieldText.Trim(rows[i]);
            if (!value.IsEmpty)
            {
                all++;
                same += value.Length <= 2 * rows.Header[i].Length && IsLabel(rows.Header[i], Encoding.UTF8.GetString(value)) ? 1 : 0;
            }
        }

        return same >= FewestColumns && same * 5 >= all * 3;
    }

    private static bool IsLabel(string name, string value)
    {
        var (letters, label) = (Letters(name), Letters(value));
        return label.Length > 2 && (label == letters || label == Letters(name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..]));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private bool Names(int column, ReadOnlySpan<byte> value)
    {
        // A name in another case has as many letters as this one, or nearly.
        var names = _names[column];
        return names.Count > 0 && value.Length <= 4 * rows.Header[column].Length && rows.Header[column].Length > 0
            && MayBegin(rows.Header[column], value[0]) && names.Contains(HeaderName.Clean(Encoding.UTF8.GetString(value)));
    }

    private static bool MayBegin(string name, byte first) => name.Contains('/', StringComparison.Ordinal) || first > 0x7F || char.ToLowerInvariant((char)first) == char.ToLowerInvariant(name[0]);

    /// <summary>The numbers of the columns, which forms have below their header: 1, 2, 3 …</summary>
    private bool IsNumbering()
    {
        var numbered = 0;
        for (var i = 0; i < rows.Header.Count; i++)
        {
            var value = rows.Header[i].StartsWith('#') ? default : FieldText.Trim(rows[i]);
            if (value.IsEmpty)
            {
                continue;
            }

            if (!System.Buffers.Text.Utf8Parser.TryParse(value, out int number, out var read) || read != value.Length || number != i + 1)
            {
                return false;
            }

            numbered++;
        }

        return numbered >= FewestNumbered;
    }

    private bool IsAlone(int first)
    {
        for (var i = first + 1; i < rows.Header.Count; i++)
        {
            if (!rows.Header[i].StartsWith('#') && !FieldText.Trim(rows[i]).IsEmpty)
            {
                return false;
            }
        }

        return rows.Damage == RowDamage.None;
    }

    /// <summary>One text alone in a row, as titles, notes and signatures stand; or what is named before a colon, and one thing behind it.</summary>
    private bool IsNote(int first, ReadOnlySpan<byte> value)
    {
        if (rows.Header.Count < FewestColumns || value.Length < ShortestNote || value.IndexOfAny(" :"u8) < 0)
        {
            return false;
        }

        var filled = 0;
        for (var i = first; i < rows.Header.Count && filled <= 2; i++)
        {
            filled += !rows.Header[i].StartsWith('#') && !FieldText.Trim(rows[i]).IsEmpty ? 1 : 0;
        }

        return (filled == 1 && Encoding.UTF8.GetString(value).Any(char.IsLetter))
            || (filled == 2 && rows.Header.Count >= WideTable && value[^1] == ':' && rows.Damage == RowDamage.None);
    }
}

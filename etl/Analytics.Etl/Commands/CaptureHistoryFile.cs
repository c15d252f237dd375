using System.Globalization;
using Analytics.Domain.Estimation;
using CsvHelper;

namespace Analytics.Etl.Commands;

/// <summary>
/// Reads capture histories from a delimited text file (comma, semicolon or tab; UTF-8, or UTF-16 with a byte order mark):
/// one 0/1 column a list, and a column <c>count</c>. Histories that are not in the file have a count of zero.
/// </summary>
internal static class CaptureHistoryFile
{
    private const double MostPersons = 1e9;

    /// <returns>The table, or one line that says what is wrong, where, and what was expected.</returns>
    public static (CaptureHistories? Table, string? Problem) Read(TextReader text)
    {
        try
        {
            return ReadAll(text);
        }
        catch (CsvFormatException broken)
        {
            return (null, $"line {broken.LineNumber}: the quotes do not match; close every quoted field.");
        }
    }

    private static (CaptureHistories? Table, string? Problem) ReadAll(TextReader text)
    {
        var content = text.ReadToEnd();
        if (string.IsNullOrWhiteSpace(content))
        {
            return (null, "the file is empty; a header of list names and `count` was expected.");
        }

        using var csv = CsvReader.FromText(content.TrimStart('\uFEFF', '\r', '\n', ' '), new CsvReaderOptions
        {
            Separator = Delimiter(content),
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
        });
        csv.Read();
        var header = Fields(csv);
        if (HeaderProblem(header) is { } problem)
        {
            return (null, problem);
        }

        var countColumn = Array.FindIndex(header, IsCount);
        string[] lists = [.. header.Where((_, i) => i != countColumn)];
        var lines = new Dictionary<int, long>();
        var counts = new Dictionary<int, double>();
        while (csv.Read())
        {
            var line = csv.LineNumber;
            if (Row(Fields(csv), header, countColumn, line, out var history, out var count) is { } wrong)
            {
                return (null, wrong);
            }

            if (history == 0 && count > 0)
            {
                return (null, $"line {line}: {count} persons on no list; those never seen are what is estimated, remove the line.");
            }

            if (history == 0)
            {
                continue;
            }

            if (!lines.TryAdd(history, line))
            {
                return (null, $"line {line}: the same history as line {lines[history]}; add the counts up and give each history once.");
            }

            counts[history] = count;
        }

        if (counts.Count == 0)
        {
            return (null, "there is no history under the header; lines of 0, 1 and a count were expected.");
        }

        return counts.Values.Sum() > MostPersons
            ? (null, $"more than {MostPersons:0} persons in all; check the counts.")
            : (CaptureHistories.Create(lists, counts.Select(pair => (pair.Key, pair.Value))), null);
    }

    private static string? HeaderProblem(string[] header)
    {
        if (!Array.Exists(header, IsCount))
        {
            return $"the header has no column `count`; it reads: {string.Join(", ", header.Take(20))}.";
        }

        if (header.Count(IsCount) > 1 || header.Distinct(StringComparer.Ordinal).Count() < header.Length)
        {
            return "two columns of the header have the same name; each list needs a name of its own.";
        }

        var lists = header.Length - 1;
        if (Array.Exists(header, string.IsNullOrEmpty))
        {
            return "a column of the header has no name.";
        }

        return lists switch
        {
            0 => "the header has no list beside `count`; one 0/1 column a list was expected.",
            > CaptureHistories.MaxLists => $"{lists} lists are too many, at most {CaptureHistories.MaxLists} can be estimated from; join lists of the same kind.",
            _ => null,
        };
    }

    private static string? Row(string[] fields, string[] header, int countColumn, long line, out int history, out double count)
    {
        (history, count) = (0, 0);
        if (fields.Length != header.Length)
        {
            return $"line {line}: {fields.Length} fields where the header has {header.Length}.";
        }

        var list = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            if (i == countColumn)
            {
                continue;
            }

            if (fields[i] is not ("0" or "1"))
            {
                return $"line {line}, column {header[i]}: 0 or 1 was expected, not `{Shown(fields[i])}`.";
            }

            history |= fields[i] is "1" ? 1 << list : 0;
            list++;
        }

        var text = fields[countColumn];
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out count) || !double.IsFinite(count))
        {
            return $"line {line}, column count: a whole number of persons was expected, not `{Shown(text)}`; a withheld or missing count is not a zero.";
        }

        return count < 0 ? $"line {line}, column count: {Shown(text)} is negative; a whole number of persons, 0 or more, was expected."
            : count != Math.Floor(count) ? $"line {line}, column count: {Shown(text)} is not whole; persons are counted in whole numbers."
            : null;
    }

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private static bool IsCount(string name) => name.Equals("count", StringComparison.OrdinalIgnoreCase);

    private static string Shown(string field) => field.Length <= 20 ? field : field[..20] + "…";

    /// <summary>The delimiter that the header has most of; a list's name may hold one of the others.</summary>
    private static char Delimiter(string content)
    {
        var header = content.TrimStart('\r', '\n', ' ').Split('\r', '\n')[0];
        return new[] { ',', ';', '\t' }.MaxBy(delimiter => header.Count(character => character == delimiter));
    }
}

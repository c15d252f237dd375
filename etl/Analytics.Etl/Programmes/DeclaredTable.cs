using System.Globalization;
using System.Text;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Programmes;

/// <summary>One row of a declared file, which turns its fields into values and notes what is wrong with them.</summary>
internal sealed class DeclaredRow(string file, long line, IReadOnlyDictionary<string, string> fields, List<string> faults)
{
    public bool IsSound { get; private set; } = true;

    public string? Optional(string column) => fields[column] is { Length: > 0 } text ? text : null;

    public string Required(string column) => Optional(column) ?? Fault(column, "is empty", "give a value", "");

    /// <summary>A code that other rows refer to: letters, digits and dashes.</summary>
    public string Code(string column) => Required(column) is var code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? code
        : Fault(column, "is not a code", "use letters, digits and dashes", "");

    public string Known(string column, IReadOnlySet<string> codes, string where) => Required(column) is var code && (code.Length == 0 || codes.Contains(code))
        ? code
        : Fault(column, "is not declared", $"give one of {where}", "");

    public DateOnly Day(string column) => DateOnly.TryParseExact(Required(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : Fault(column, "is not a day", "write it as 2024-01-31", default(DateOnly));

    public DateOnly? OptionalDay(string column) => Optional(column) is null ? null : Day(column);

    public int Year(string column) => int.TryParse(Required(column), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2050
        ? year
        : Fault(column, "is not a year", "write it as 2024", 2000);

    public decimal Positive(string column) => decimal.TryParse(Required(column), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : Fault(column, "is not a number above 0", "write it as 120000 or 0.6", 1m);

    public decimal? OptionalPositive(string column) => Optional(column) is null ? null : Positive(column);

    public T Fault<T>(string column, string what, string remedy, T instead)
    {
        IsSound = false;
        faults.Add($"{file}, line {line}, {column}: {what}; {remedy}.");
        return instead;
    }
}

/// <summary>Reads one declared file: exactly the columns it should have, in any order, any delimiter and encoding that feeds may have.</summary>
internal static class DeclaredTable
{
    /// <returns>The rows; none where the file is missing or its header does not fit, which is among the faults.</returns>
    public static IReadOnlyList<DeclaredRow> Read(string folder, string file, IReadOnlyList<string> columns, List<string> faults)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            faults.Add($"{file}: is missing from {folder}; make it with the columns {string.Join(", ", columns)}.");
            return [];
        }

        try
        {
            using var rows = SourceFile.Open(path, new ReadSettings(KnownNames: columns.Select(HeaderName.Fold).ToHashSet(StringComparer.Ordinal)));
            var at = columns.ToDictionary(column => column, column => IndexOf(rows.Header, column), StringComparer.Ordinal);
            if (at.Where(column => column.Value < 0).Select(column => column.Key).ToList() is { Count: > 0 } missing)
            {
                faults.Add($"{file}: has no column {string.Join(", ", missing)}; it needs {string.Join(", ", columns)}.");
                return [];
            }

            var read = new List<DeclaredRow>();
            while (rows.Read())
            {
                var row = new DeclaredRow(file, rows.Line, at.ToDictionary(column => column.Key, column => Text(rows, column.Value), StringComparer.Ordinal), faults);
                if (rows.Damage != RowDamage.None)
                {
                    row.Fault("row", "has more or fewer fields than the header", "put fields with a comma into quotes", 0);
                    continue;
                }

                read.Add(row);
            }

            return read;
        }
        catch (UnreadableFileException cause)
        {
            faults.Add($"{file}: {cause.Message}.");
            return [];
        }
    }

    private static int IndexOf(IReadOnlyList<string> header, string column) =>
        header.TakeWhile(name => !string.Equals(name, column, StringComparison.OrdinalIgnoreCase)).Count() is var index && index < header.Count ? index : -1;

    private static string Text(ISourceRows rows, int column) => rows.Damage == RowDamage.None ? Encoding.UTF8.GetString(rows[column]).Trim() : "";
}

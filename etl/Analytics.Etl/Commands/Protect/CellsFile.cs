using System.Globalization;
using Analytics.Domain.Disclosure;

namespace Analytics.Etl.Commands.Protect;

/// <summary>A CSV of counts read as a set of linked tables.</summary>
/// <param name="Names">The dimension columns.</param>
/// <param name="Labels">Each row's dimension values as they were written.</param>
/// <param name="Lines">Each row's line number.</param>
/// <param name="Table">The counts.</param>
internal sealed record CellsFile(IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string>> Labels, IReadOnlyList<long> Lines, CountTable Table)
{
    private const string CountColumn = "count";

    /// <summary>Every beginning of a code may be its parent and is looked for.</summary>
    private const int LongestCode = 200;

    /// <summary>Columns that may follow the count: organisations behind it, and the two largest shares.</summary>
    private static readonly string[] s_extra = ["organisations", "largest_organisation", "second_organisation"];

    /// <summary>Reads the file; a problem comes back as one line that says where it is and what was expected.</summary>
    public static (CellsFile? File, string? Problem) Read(TextReader text, IReadOnlyDictionary<string, Dictionary<string, string>> hierarchies, IReadOnlyCollection<string> overlapping, IReadOnlyCollection<string> sensitive)
    {
        var rows = CsvLines.Read(text);
        if (rows.Problem is { } broken)
        {
            return (null, broken);
        }

        if (rows.Lines is not [var (_, header), .. var body])
        {
            return (null, "line 1: the file is empty; expected a header with the dimension columns, then count.");
        }

        if (HeaderProblem(header) is { } problem)
        {
            return (null, $"line 1: {problem}");
        }

        var names = header[..Array.IndexOf(header, CountColumn)];
        var (cells, labels, lines) = (new List<CountCell>(), new List<IReadOnlyList<string>>(), new List<long>());
        foreach (var (line, fields) in body)
        {
            var (cell, fault) = Cell(fields, header, names.Length);
            if (cell is null)
            {
                return (null, $"line {line}: {fault}");
            }

            cells.Add(cell);
            labels.Add(fields[..names.Length]);
            lines.Add(line);
        }

        if (Unknown(names, hierarchies.Keys.Concat(overlapping).Concat(sensitive)) is { } unknown)
        {
            return (null, $"there is no dimension column '{unknown}'; the file has {string.Join(", ", names)}.");
        }

        var margins = new List<string>();
        for (var d = 0; d < names.Length; d++)
        {
            if (MarginColumn.Mark(names[d], d, cells, lines, hierarchies.GetValueOrDefault(names[d])) is var (marked, fault) && fault is not null)
            {
                return (null, fault);
            }

            margins.AddRange(marked.Select(word => $"{names[d]} {(word.Length == 0 ? "left blank" : word)}"));
        }

        CountTable Declare(Func<int, Dictionary<string, string>> tree) => new(
            [.. names.Select((name, d) => new SpanningVariable(
                name,
                hierarchies.GetValueOrDefault(name) ?? tree(d),
                !overlapping.Contains(name, StringComparer.Ordinal),
                sensitive.Contains(name, StringComparer.Ordinal)))],
            cells);
        IEnumerable<string> Codes(int d) => cells.Select(cell => cell.Codes[d]);
        var table = Declare(d => MarginColumn.AddUpByPrefix(cells, d, CodeTree.Of(Codes(d)), CodeTree.ByPrefix(Codes(d))));
        var faults = TableCheck.Faults(table);
        if (faults.Count > 0 && Declare(d => CodeTree.Of(Codes(d)) is var known && CodeTree.HasLevels(known) ? known : CodeTree.ByPrefix(Codes(d))) is var nested && TableCheck.Faults(nested).Count == 0)
        {
            (table, faults) = (nested, []);
        }

        if (faults is [var first, ..])
        {
            return (null, Tell(first, lines) + (faults.Count > 1 ? $" ({faults.Count - 1} more like this.)" : string.Empty));
        }

        int[] guessed = [.. Enumerable.Range(0, names.Length).Where(d => !hierarchies.ContainsKey(names[d]))];
        var file = new CellsFile(names, labels, lines, table) { Margins = margins, Sums = UndeclaredSums.Of(table, guessed) };
        return file.Sums.FirstOrDefault(sum => sum.Certain) is { } missed ? (null, file.Tell(missed)) : (file, null);
    }

    /// <summary>The words read as margins, each with its column.</summary>
    public IReadOnlyList<string> Margins { get; private init; } = [];

    /// <summary>Rows that equal the sum of rows beside them, which may be chance.</summary>
    public IReadOnlyList<UndeclaredSum> Sums { get; private init; } = [];

    /// <summary>A row that equals the sum of others, with the lines of all and what to do.</summary>
    public string Tell(UndeclaredSum sum)
    {
        const int Most = 6;
        string Row(int cell) => $"{Labels[cell][sum.Dimension]} (line {Lines[cell]})";
        var parts = sum.Cells.Skip(1).ToList();
        var named = string.Join(" + ", parts.Take(Most).Select(Row)) + (parts.Count > Most ? $" + {parts.Count - Most} more" : string.Empty);
        return $"line {Lines[sum.Cells[0]]}: {Names[sum.Dimension]} {Labels[sum.Cells[0]][sum.Dimension]} counts {Table.Cells[sum.Cells[0]].Count}, the sum of {named}, "
            + $"and is not declared; a withheld part could be found by subtraction. If it is their margin write '{SpanningVariable.Total}', if it is a level above them "
            + $"or nothing of the kind say so with --hierarchy (dimension,code,parent; an empty parent for {SpanningVariable.Total}).";
    }

    private static string Tell(TableFault fault, List<long> lines) =>
        fault.Cell < 0 ? fault.Problem : $"line {lines[fault.Cell]}: {fault.Problem}";

    private static string? Unknown(string[] names, IEnumerable<string> wanted) =>
        wanted.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal));

    private static string? HeaderProblem(string[] header)
    {
        var at = Array.IndexOf(header, CountColumn);
        if (at < 0)
        {
            return $"there is no column '{CountColumn}' (found {string.Join(", ", header)}); expected the dimension columns, then count.";
        }

        if (at == 0)
        {
            return "there is no dimension column before count; expected at least one.";
        }

        if (header[(at + 1)..].FirstOrDefault(name => !s_extra.Contains(name, StringComparer.Ordinal)) is { } other)
        {
            return $"the column '{other}' comes after count; only {string.Join(", ", s_extra)} may.";
        }

        if (header.Any(string.IsNullOrWhiteSpace))
        {
            return "a column has no name; name every column.";
        }

        var twice = header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        var reserved = header[..at].FirstOrDefault(name => name is "status" or "value");
        return twice is not null ? $"the column '{twice.Key}' is there twice; give each a name of its own."
            : reserved is not null ? $"a dimension column may not be named '{reserved}', which the result uses; rename it."
            : null;
    }

    private static (CountCell? Cell, string? Problem) Cell(string[] row, string[] header, int dimensions)
    {
        if (row.Length != header.Length)
        {
            return (null, $"{row.Length} fields where the header has {header.Length}; check the separators and quotes.");
        }

        for (var d = 0; d < dimensions; d++)
        {
            if (row[d].Length > LongestCode)
            {
                return (null, $"{header[d]} has a code of {row[d].Length} characters, at most {LongestCode}; a quote is probably missing.");
            }
        }

        var numbers = new long[header.Length];
        for (var k = dimensions; k < header.Length; k++)
        {
            if (k > dimensions && row[k].Length == 0)
            {
                continue;
            }

            if (!long.TryParse(row[k], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[k]))
            {
                return (null, $"{header[k]} is '{row[k]}'; expected a whole number that is not negative.");
            }
        }

        long Extra(string name, long unknown) => Array.IndexOf(header, name) is var k && k >= 0 && row[k].Length > 0 ? numbers[k] : unknown;
        return (new CountCell(
            row[..dimensions],
            numbers[dimensions],
            (int)Math.Min(int.MaxValue, Extra(s_extra[0], int.MaxValue)),
            Extra(s_extra[1], 0),
            Extra(s_extra[2], 0)), null);
    }
}

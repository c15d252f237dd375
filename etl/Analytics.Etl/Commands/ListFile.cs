using System.Text;
using Analytics.Etl.Ingest.Files;
using CsvHelper;

namespace Analytics.Etl.Commands;

/// <summary>
/// A delimited file with a header, as people send them: UTF-8 (with or without BOM), UTF-16 or Windows-1251; comma, semicolon
/// or tab; or a workbook. Faults name file, line and column and never quote a cell.
/// </summary>
internal sealed class ListFile
{
    private const long MostBytes = 512L << 20;

    private readonly Dictionary<string, int> _columns;

    private ListFile(string name, string[] header, List<(long Line, string[] Cells)> rows)
    {
        Name = name;
        Header = header;
        Rows = rows;
        _columns = header.Select((column, at) => (column, at)).GroupBy(c => c.column, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.First().at, StringComparer.Ordinal);
    }

    public string Name { get; }

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<(long Line, string[] Cells)> Rows { get; }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>A cell, trimmed; empty where the column or the cell is absent.</summary>
    public string Cell((long Line, string[] Cells) row, string column) =>
        _columns.TryGetValue(column, out var at) && at < row.Cells.Length ? row.Cells[at].Trim() : "";

    /// <summary>Reads a file; header names are trimmed, put in lower case and passed through <paramref name="rename"/>.</summary>
    /// <returns>The file, or null and the fault.</returns>
    public static ListFile? Read(string path, Func<string, string> rename, out string fault)
    {
        var name = Path.GetFileName(path);
        fault = !File.Exists(path) ? $"{path}: there is no such file" : "";
        if (fault.Length > 0)
        {
            return null;
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            fault = $"{name}: is larger than {MostBytes >> 20} MB, and a list is held in memory; split it";
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        if (bytes is [0x50, 0x4B, 0x03, 0x04, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return ReadWorkbook(path, rename, out fault);
        }

        var text = Decode(bytes);
        var firstLine = text.AsSpan().TrimStart("\r\n").ToString().Split('\n', 2)[0];
        if (string.IsNullOrWhiteSpace(firstLine))
        {
            fault = $"{name}: the file is empty; a header line and one line for each record were expected";
            return null;
        }

        var delimiter = new[] { ',', ';', '\t' }.MaxBy(d => firstLine.Count(c => c == d));
        var badLine = 0L;
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = bad => badLine = badLine == 0 ? bad.LineNumber : badLine,
        });
        var (header, rows) = ((string[])[], new List<(long, string[])>());
        try
        {
            csv.Read();
            header = [.. Cells(csv).Select(column => rename(column.Trim().ToLowerInvariant()))];
            while (csv.Read())
            {
                var cells = Cells(csv);
                if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                {
                    rows.Add((csv.LineNumber, cells));
                }
            }
        }
        catch (CsvFormatException broken)
        {
            fault = $"{name}: the record at line {broken.LineNumber} has no end; close every quoted cell and save the file again as CSV";
            return null;
        }

        fault = badLine > 0 ? $"{name}: line {badLine} has a quotation mark that does not close where a cell ends; save the file again as CSV" : Fault(name, header, rows.Count);
        return fault.Length > 0 ? null : new ListFile(name, header, rows);
    }

    /// <summary>The first sheet of a workbook.</summary>
    private static ListFile? ReadWorkbook(string path, Func<string, string> rename, out string fault)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var sheet = SourceFile.Open(path, new ReadSettings());
            string[] header = [.. sheet.Header.Select(column => rename(column.Trim().ToLowerInvariant()))];
            var rows = new List<(long, string[])>();
            while (sheet.Read())
            {
                rows.Add((sheet.Line, [.. Enumerable.Range(0, header.Length).Select(column => Encoding.UTF8.GetString(sheet[column]))]));
            }

            fault = Fault(name, header, rows.Count);
            return fault.Length > 0 ? null : new ListFile(name, header, rows);
        }
        catch (UnreadableFileException unreadable)
        {
            fault = $"{name}: {unreadable.Said.En}; save the list as CSV or as a plain workbook";
            return null;
        }
    }

    private static string Fault(string name, string[] header, int rows)
    {
        var twice = header.GroupBy(column => column, StringComparer.Ordinal).Where(c => c.Count() > 1 && c.Key.Length > 0).Select(c => c.Key).ToArray();
        return twice.Length > 0 ? $"{name}: the header has these columns twice: {string.Join(", ", twice)}"
            : rows == 0 ? $"{name}: the file has a header and no records"
            : "";
    }

    private static string[] Cells(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = csv.GetString(i);
        }

        return cells;
    }

    private static string Decode(byte[] bytes)
    {
        Encoding? marked = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (marked is not null)
        {
            return marked.GetString(bytes.AsSpan(2));
        }

        var body = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        if (System.Text.Unicode.Utf8.IsValid(body))
        {
            return Encoding.UTF8.GetString(body);
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1251).GetString(body);
    }
}

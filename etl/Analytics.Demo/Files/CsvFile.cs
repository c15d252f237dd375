using System.Text;
using CsvHelper;

namespace Analytics.Demo.Files;

/// <summary>Writes delimited text with CRLF, as spreadsheets and exchanges do.</summary>
internal static class CsvFile
{
    /// <param name="stream">Left open.</param>
    /// <param name="encoding">Its byte order mark, where it has one, comes first.</param>
    /// <param name="separator">One character.</param>
    /// <param name="quoteSpaces">Also quote a field with a space in it, as some programs do without need.</param>
    /// <param name="rows">The header first.</param>
    public static void Write(Stream stream, Encoding encoding, char separator, bool quoteSpaces, IEnumerable<string?[]> rows)
    {
        using var text = new StreamWriter(stream, encoding, leaveOpen: true);
        using var csv = CsvWriter.Create(text, new CsvWriterOptions { Separator = separator, NewLine = "\r\n" }, leaveOpen: true);
        foreach (var row in rows)
        {
            foreach (var field in row)
            {
                var quoted = quoteSpaces && field?.Contains(' ', StringComparison.Ordinal) == true;
                csv.WriteField(field, quoted ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
            }

            csv.EndRecord();
        }
    }
}

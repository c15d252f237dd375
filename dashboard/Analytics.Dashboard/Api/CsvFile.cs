using System.Globalization;
using System.Text;
using CsvHelper;

namespace Analytics.Dashboard.Api;

/// <summary>
/// RFC 4180, with the byte order mark that spreadsheets need to read Cyrillic. A text that a spreadsheet would take for a formula is
/// written with an apostrophe before it; numbers stay numbers.
/// </summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Write(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var field in row)
                {
                    csv.WriteField(Guarded(field));
                }

                csv.EndRecord();
            }
        }

        return stream.ToArray();
    }

    /// <summary>The text as no spreadsheet computes it.</summary>
    public static string Guarded(string field) =>
        field is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]
        && !decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? $"'{field}"
            : field;
}

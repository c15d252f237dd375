using System.Text;
using CsvHelper;

namespace Analytics.Dashboard.Api;

/// <summary>RFC 4180, with the byte order mark that spreadsheets need to read Cyrillic.</summary>
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
                    csv.WriteField(field);
                }

                csv.EndRecord();
            }
        }

        return stream.ToArray();
    }
}

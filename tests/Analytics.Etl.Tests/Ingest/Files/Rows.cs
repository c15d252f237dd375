using System.Text;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Tests.Ingest.Files;

/// <summary>A whole file in memory, to compare with.</summary>
internal sealed record Rows(string Description, string[] Header, string[][] Values, long[] Lines)
{
    public IReadOnlyList<FileRemark> Remarks { get; private init; } = [];

    public static Rows Read(string path, ReadSettings? settings = null) => Read(() => SourceFile.Open(path, settings ?? new ReadSettings()));

    /// <summary>Without what stands between the records of a table.</summary>
    public static Rows ReadTable(string path, ReadSettings? settings = null) =>
        Read(() => TableRows.Over(SourceFile.Open(path, settings ?? new ReadSettings()), settings?.Table ?? TableSettings.None));

    private static Rows Read(Func<ISourceRows> open)
    {
        using var rows = open();
        var values = new List<string[]>();
        var lines = new List<long>();
        while (rows.Read())
        {
            var row = new string[rows.Header.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Encoding.UTF8.GetString(rows[i]);
            }

            values.Add(row);
            lines.Add(rows.Line);
        }

        return new Rows(rows.Description, [.. rows.Header], [.. values], [.. lines]) { Remarks = rows.Remarks };
    }

    public static ReadSettings Expecting(params string[] names) => new(KnownNames: names.ToHashSet());
}

using CsvHelper;

namespace Analytics.Etl.Commands.Protect;

/// <summary>The records of a CSV with their line numbers; separator comma, semicolon or tab.</summary>
internal static class CsvLines
{
    private static readonly CsvReaderOptions s_options = new()
    {
        HasHeader = false,
        TrackLineNumbers = true,
        TrimWhitespace = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        IncludeValuesInExceptions = false,
    };

    /// <returns>The records, or a line that says where the quoting is broken.</returns>
    public static (List<(long Line, string[] Fields)> Lines, string? Problem) Read(TextReader text)
    {
        var lines = new List<(long, string[])>();
        using var reader = CsvReader.Create(text, s_options, leaveOpen: true);
        try
        {
            while (reader.Read())
            {
                lines.Add((reader.LineNumber, reader.Current.ToArray()));
            }
        }
        catch (CsvFormatException broken)
        {
            return (lines, $"line {broken.LineNumber}: the quotes do not match; close every quoted field.");
        }

        return (lines, null);
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Mappings;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>
/// Whether dates such as 03/04/2021 have the day or the month first. The file must show it: a day beyond the twelfth on one side and never on
/// the other. Where it does not, such dates are rejected rather than guessed.
/// </summary>
internal static partial class DateOrder
{
    private const int SampleRows = 20_000;
    private const int LastMonth = 12;

    /// <summary>The mapping with date formats, where the file's dates need and show them. JSON and XML come from programs, which write ISO dates; people write the others.</summary>
    /// <param name="open">Opens the rows from their start once more.</param>
    /// <param name="found">The first of the formats, or null.</param>
    public static Mapping Apply(Mapping mapping, bool mayNeedIt, Func<ISourceRows> open, out string? found)
    {
        found = null;
        if (!mayNeedIt || mapping.DateFormats.Count > 0)
        {
            return mapping;
        }

        using var sample = open();
        var formats = Detect(sample, mapping);
        if (formats.Count == 0)
        {
            return mapping;
        }

        found = formats[0].Replace("'", "", StringComparison.Ordinal);
        return mapping with { DateFormats = formats };
    }

    /// <param name="sample">The file from its start.</param>
    /// <returns>Formats for the whole file; empty when it has no such dates or does not tell.</returns>
    public static IReadOnlyList<string> Detect(ISourceRows sample, Mapping mapping)
    {
        var columns = mapping.Feed.Columns
            .Where(c => c.Type is "date" or "date_ahead" or "timestamp" or "instant" or "month")
            .Select(c => mapping.Columns.GetValueOrDefault(c.Name))
            .SelectMany(column => column?.Reads ?? [])
            .Select(name => HeaderIndex.Of(name, sample.Header))
            .Where(i => i >= 0)
            .ToArray();
        bool dayFirst = false, monthFirst = false;
        for (var row = 0; row < SampleRows && columns.Length > 0 && sample.Read(); row++)
        {
            if (sample.Damage != RowDamage.None)
            {
                continue;
            }

            foreach (var column in columns)
            {
                var value = sample[column];
                if (value.IndexOfAny((byte)'/', (byte)'-') is not (>= 1 and <= 2))
                {
                    continue;
                }

                var match = Slashed().Match(Encoding.UTF8.GetString(value));
                dayFirst |= match.Success && int.Parse(match.Groups["first"].ValueSpan) > LastMonth;
                monthFirst |= match.Success && int.Parse(match.Groups["second"].ValueSpan) > LastMonth;
            }
        }

        return dayFirst == monthFirst ? [] : Formats(dayFirst ? ("d", "M") : ("M", "d"));
    }

    private static string[] Formats((string First, string Second) order) =>
        [.. from separator in (string[])["/", "-"]
            from time in (string[])["", " H:mm", " H:mm:ss"]
            select $"{order.First}'{separator}'{order.Second}'{separator}'yyyy{time}"];

    [GeneratedRegex(@"^\s*(?<first>[0-9]{1,2})(?<separator>[/-])(?<second>[0-9]{1,2})\k<separator>[0-9]{4}(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slashed();
}

using System.Globalization;
using System.Text;
using Analytics.Demo.Crimes;

namespace Analytics.Demo.Files;

/// <summary>`demo_register_event`: the year's steps of all crimes, UTF-8 with a byte order mark, commas, CRLF.</summary>
internal static class RegisterEventCsv
{
    public const string Source = "demo_register_event";

    private static readonly string[] s_header = ["register_no", "event_at", "event", "article_to", "ground", "persons_count"];

    public static IEnumerable<DemoFile> Files(IReadOnlyList<Crime> crimes) => crimes
        .SelectMany(crime => crime.Steps.Select((step, order) => (crime.RegisterNo, Step: step, Order: order)))
        .GroupBy(line => line.Step.At.Year)
        .OrderBy(year => year.Key)
        .Select(year => new DemoFile(Source, $"synthetic_register_event_{year.Key}.csv", year.Count(), stream => Write(stream,
            year.OrderBy(line => line.Step.At).ThenBy(line => line.RegisterNo, StringComparer.Ordinal).ThenBy(line => line.Order).Select(line => (line.RegisterNo, line.Step)))));

    private static void Write(Stream stream, IEnumerable<(string RegisterNo, CrimeStep Step)> lines) =>
        CsvFile.Write(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), ',', quoteSpaces: false, lines.Select(Fields).Prepend(s_header));

    private static string?[] Fields((string RegisterNo, CrimeStep Step) line) =>
    [
        line.RegisterNo,
        $"{line.Step.At:yyyy-MM-dd}",
        line.Step.Event,
        line.Step.ArticleTo,
        line.Step.Ground,
        line.Step.Persons?.ToString(CultureInfo.InvariantCulture),
    ];
}

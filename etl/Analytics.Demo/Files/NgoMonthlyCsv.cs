using System.Globalization;
using System.Text;
using Analytics.Demo.Cases;
using Analytics.Demo.Reports;

namespace Analytics.Demo.Files;

/// <summary>`demo_ngo_monthly`: the counts of a month that came on the same day, UTF-8, commas, CRLF; the name says which day.</summary>
internal static class NgoMonthlyCsv
{
    public const string Source = "demo_ngo_monthly";

    private static readonly string[] s_header =
        ["organisation", "month", "region_service", "sex", "form", "persons_assisted", "services_delivered", "nil_report"];

    public static IEnumerable<DemoFile> Files(IReadOnlyList<PersonCase> cases, DemoOptions options) => MonthlyReports.Make(cases, options)
        .GroupBy(report => (report.Month, report.ReceivedOn))
        .OrderBy(file => file.Key.ReceivedOn).ThenBy(file => file.Key.Month)
        .Select(file => (file.Key, Rows: file.SelectMany(Rows).ToList()))
        .Select(file => new DemoFile(
            Source,
            $"synthetic_ngo_monthly_{file.Key.Month:yyyy_MM}_received_{file.Key.ReceivedOn:yyyy-MM-dd}.csv",
            file.Rows.Count,
            stream => CsvFile.Write(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ',', quoteSpaces: false, file.Rows.Prepend(s_header))));

    private static IEnumerable<string?[]> Rows(MonthlyReport report) => report.Cases.Count == 0
        ? [Row(report, "", "", "", 0, 0, report.Organisation.Json ? "" : "yes")]
        : report.Cases
            .GroupBy(c => (Region: c.Service?.Soate ?? "", c.Sex, Form: c.Forms.Split('|')[0]))
            .OrderBy(group => group.Key)
            .Select(group => Row(report, group.Key.Region, group.Key.Sex, group.Key.Form, group.Count(), group.Sum(c => c.Services.Length == 0 ? 0 : c.Services.Split('|').Length), "no"));

    private static string?[] Row(MonthlyReport report, string region, string sex, string form, int persons, int services, string nil) =>
    [
        report.Organisation.Code,
        $"{report.Month:yyyy-MM}",
        region,
        sex,
        form,
        persons.ToString(CultureInfo.InvariantCulture),
        services.ToString(CultureInfo.InvariantCulture),
        nil,
    ];
}

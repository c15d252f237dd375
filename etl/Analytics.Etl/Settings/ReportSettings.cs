using System.Globalization;
using Analytics.Etl.Warehouse.Reports;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Settings;

/// <summary>
/// The part <c>Reports</c> of a source: which organisations owe it a report for each month. <c>From</c>, <c>To</c> (yyyy-MM) and
/// <c>DueDay</c> hold for all of them; an organisation may have its own, and a <c>Region</c> (SOATE) where it works.
/// </summary>
internal static class ReportSettings
{
    private const int LastDueDay = 28;

    /// <summary>The duties that a source declares, and what is wrong with the declaration.</summary>
    public static (IReadOnlyList<ReportDuty> Duties, IReadOnlyList<string> Faults) Read(string sourceId, string feed, IConfigurationSection section)
    {
        var duties = new List<ReportDuty>();
        var faults = new List<string>();
        foreach (var organisation in section.GetSection("Organisations").GetChildren())
        {
            var from = Month(organisation["From"] ?? section["From"]);
            var toText = organisation["To"] ?? section["To"];
            var to = Month(toText);
            var hasDay = int.TryParse(organisation["DueDay"] ?? section["DueDay"], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= LastDueDay;
            var region = organisation["Region"] is { Length: > 0 } code ? code : null;
            if (from is null || (toText is not null && (to is null || to < from)) || !hasDay || region is not null and not { Length: 14 })
            {
                faults.Add($"Reports:Organisations:{organisation.Key} needs From and, where it ended, To (yyyy-MM, not before From), DueDay (1 to {LastDueDay}) and, if any, Region (14 digits of SOATE)");
                continue;
            }

            duties.Add(new ReportDuty(feed, organisation.Key, from.Value, to, day, sourceId, region));
        }

        return (duties, faults);
    }

    private static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}

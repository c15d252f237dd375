using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Hosting;

/// <summary>How long is kept what grows with every look at the dashboard, section <c>Keep</c>.</summary>
/// <param name="AuditDays">Entries of the audit; older ones leave counts by month.</param>
/// <param name="FigureDays">Figure ids, since they were last shown or looked up.</param>
/// <param name="MostFigures">Figure ids; beyond them those go that were shown longest ago.</param>
/// <param name="Schedule">Cron expression in Asia/Bishkek; null to sweep by hand only.</param>
internal sealed record KeepSettings(int AuditDays = 1826, int FigureDays = 1096, int MostFigures = 1_000_000, string? Schedule = null)
{
    public const string Section = "Keep";

    private const int LeastDays = 90;
    private const int MostDays = 36_525;
    private const int LeastFigures = 1_000;

    public static KeepSettings Read(IConfigurationSection section)
    {
        var standard = new KeepSettings();
        return new(
            Number(section["AuditDays"], standard.AuditDays),
            Number(section["FigureDays"], standard.FigureDays),
            Number(section["MostFigures"], standard.MostFigures),
            string.IsNullOrWhiteSpace(section["Schedule"]) ? null : section["Schedule"]);
    }

    public IEnumerable<string> Faults()
    {
        foreach (var (name, value) in ((string, int)[])[("AuditDays", AuditDays), ("FigureDays", FigureDays)])
        {
            if (value is < LeastDays or > MostDays)
            {
                yield return $"{Section}:{name} must be a number of days from {LeastDays} to {MostDays}";
            }
        }

        if (MostFigures < LeastFigures)
        {
            yield return $"{Section}:MostFigures must be a whole number from {LeastFigures} to {int.MaxValue}";
        }
    }

    // What is no number is a fault like one out of range.
    private static int Number(string? text, int standard) =>
        string.IsNullOrWhiteSpace(text) ? standard : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

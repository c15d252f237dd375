using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Settings;

/// <summary>When a file in an inbox counts as finished, and whether it is looked for between the scheduled runs.</summary>
/// <param name="QuietSeconds">How long it must not have been written to, by its own time.</param>
/// <param name="LookSeconds">How far apart the two looks are between which nothing may change.</param>
/// <param name="WatchSeconds">How often new files are looked for, besides the schedule; 0 for not at all.</param>
internal sealed record InboxSettings(double QuietSeconds = 5, double LookSeconds = 1, double WatchSeconds = 0)
{
    private const double MostSeconds = 3600;

    /// <summary>The settings as they were written.</summary>
    private (string? Quiet, string? Look, string? Watch) Written { get; init; }

    public static InboxSettings Read(IConfigurationSection section)
    {
        var standard = new InboxSettings();
        return new(
            Seconds(section["QuietSeconds"], standard.QuietSeconds),
            Seconds(section["LookSeconds"], standard.LookSeconds),
            Seconds(section["WatchSeconds"], standard.WatchSeconds))
        {
            Written = (section["QuietSeconds"], section["LookSeconds"], section["WatchSeconds"]),
        };
    }

    public IEnumerable<string> Faults()
    {
        foreach (var (name, value, written) in ((string, double, string?)[])
            [
                ("QuietSeconds", QuietSeconds, Written.Quiet),
                ("LookSeconds", LookSeconds, Written.Look),
                ("WatchSeconds", WatchSeconds, Written.Watch),
            ])
        {
            if (value is not (>= 0 and <= MostSeconds))
            {
                yield return $"Inbox:{name} is '{written}', expected a number of seconds from 0 to {MostSeconds:0}";
            }
        }
    }

    private static double Seconds(string? text, double standard) =>
        string.IsNullOrWhiteSpace(text) ? standard : double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? seconds : double.NaN;
}

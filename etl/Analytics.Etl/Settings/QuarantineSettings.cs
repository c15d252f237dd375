using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Settings;

/// <summary>How long refused files are kept.</summary>
/// <param name="Days">After which they are deleted; 0 deletes them at once.</param>
internal sealed record QuarantineSettings(int Days = 14)
{
    private const int MostDays = 365;

    public static QuarantineSettings Read(IConfigurationSection section) =>
        string.IsNullOrWhiteSpace(section["Days"]) ? new() : new(int.TryParse(section["Days"], CultureInfo.InvariantCulture, out var days) ? days : -1);

    public IEnumerable<string> Faults()
    {
        if (Days is < 0 or > MostDays)
        {
            yield return $"Quarantine:Days must be a whole number of days from 0 to {MostDays}";
        }
    }
}

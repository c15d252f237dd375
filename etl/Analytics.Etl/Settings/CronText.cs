using Quartz;

namespace Analytics.Etl.Settings;

/// <summary>A schedule as it is written in the settings.</summary>
internal static class CronText
{
    /// <summary>Whether a text is a cron expression of Quartz.</summary>
    public static bool Is(string text) => CronExpression.TryParse(text, out CronExpression? _);
}

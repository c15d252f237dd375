namespace Analytics.Dashboard.Published;

/// <summary>The publication that readers see.</summary>
/// <param name="DataAsOf">When the newest batch behind it came; null when nothing was loaded.</param>
/// <param name="Synthetic">Demonstration data is present; every page and export says so.</param>
public sealed record Publication(long PublicationId, DateTimeOffset PublishedAt, DateTimeOffset? DataAsOf, bool Synthetic)
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.CreateCustomTimeZone("Asia/Bishkek", TimeSpan.FromHours(6), "Asia/Bishkek", "Asia/Bishkek");

    /// <summary>The day of <see cref="DataAsOf"/> in Bishkek (UTC+6 all year since 2005).</summary>
    public DateOnly? DataAsOfDay => DataAsOf is { } moment ? Day(moment) : null;

    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, s_zone).DateTime);
}

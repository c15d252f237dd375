namespace Analytics.Dashboard.Published;

/// <summary>The publication that readers see.</summary>
/// <param name="DataAsOf">When the newest batch behind it came; null when nothing was loaded.</param>
/// <param name="Synthetic">Demonstration data is present; every page and export says so.</param>
public sealed record Publication(long PublicationId, DateTimeOffset PublishedAt, DateTimeOffset? DataAsOf, bool Synthetic)
{
    /// <summary>Asia/Bishkek: UTC+6 all year since 2005.</summary>
    public static readonly TimeSpan Zone = TimeSpan.FromHours(6);

    /// <summary>The day of <see cref="DataAsOf"/> in Bishkek.</summary>
    public DateOnly? DataAsOfDay => DataAsOf is { } moment ? Day(moment) : null;

    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Zone).DateTime);
}

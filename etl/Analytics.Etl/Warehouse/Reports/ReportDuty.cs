namespace Analytics.Etl.Warehouse.Reports;

/// <summary>An organisation's duty to report to a feed for each month.</summary>
/// <param name="FromMonth">First day of the first month owed.</param>
/// <param name="ToMonth">First day of the last month owed; null while it goes on.</param>
/// <param name="DueDay">Day of the month after the one reported on by whose end, in Bishkek, the report is owed.</param>
/// <param name="Region">SOATE of where it works, when declared.</param>
internal sealed record ReportDuty(string Feed, string Organisation, DateOnly FromMonth, DateOnly? ToMonth, int DueDay, string SourceId, string? Region = null);

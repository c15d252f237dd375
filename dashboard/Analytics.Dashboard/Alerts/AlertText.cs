using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Domain;
using Analytics.Domain.Quality;

namespace Analytics.Dashboard.Alerts;

[Texts("alert")]
public static partial class AlertText
{
    /// <summary>The alert in a sentence.</summary>
    public static string Of(Reader reader, Alert alert) => alert.Kind switch
    {
        "quiet" => reader.Text(Quiet, alert.Details.Count, alert.Details.Organisation, Feed(reader, alert.Details.Feed)),
        "stale" => reader.Text(Stale, alert.Details.Count, $"{Feed(reader, alert.Details.Feed)} ({alert.Details.Source})"),
        "quality" => reader.Text(
            Quality,
            alert.Details.Count,
            reader.Text(QualityCatalogue.Find(alert.Details.Rule ?? "")?.Name ?? LocalText.Same(alert.Details.Rule ?? "")),
            alert.Details.Batch,
            alert.Details.Source),
        _ => reader.Text(Job, alert.Details.Job),
    };

    private static string Feed(Reader reader, string? feed) => reader.Text(UnitText.Feed(feed ?? ""));
}

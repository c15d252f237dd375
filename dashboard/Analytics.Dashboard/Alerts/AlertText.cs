using Analytics.Dashboard.Localization;
using Analytics.Domain;
using Analytics.Domain.Quality;

namespace Analytics.Dashboard.Alerts;

public static class AlertText
{
    public static readonly LocalText Title = new("Needs attention", "Требует внимания", "Көңүл бурууну талап кылат");
    public static readonly LocalText Since = new("since {0}", "с {0}", "{0} баштап");
    public static readonly LocalText History = new("Ended by themselves ({0})", "Завершились сами ({0})", "Өзү бүткөндөр ({0})");

    private static readonly LocalText s_quiet = new(
        "{0} is silent: {1} reports in a row are missing ({2})",
        "{0} не отчитывается: подряд нет отчётов – {1} ({2})",
        "{0} отчет бербей жатат: катары менен {1} отчет жок ({2})");
    private static readonly LocalText s_stale = new(
        "{0}: nothing came for more than {1} days", "{0}: новых данных нет больше {1} дн.", "{0}: {1} күндөн ашык маалымат келген жок");
    private static readonly LocalText s_quality = new(
        "{0}: {1} rows, file no. {2} of {3}", "{0}: строк – {1}, файл № {2}, {3}", "{0}: {1} катар, № {2} файл, {3}");
    private static readonly LocalText s_job = new("The last run of {0} failed", "Последний запуск {0} не удался", "{0} акыркы иштетүү ишке ашкан жок");

    /// <summary>The alert in a sentence.</summary>
    public static string Of(Reader reader, Alert alert) => alert.Kind switch
    {
        "quiet" => reader.Text(s_quiet, alert.Details.Organisation, reader.Language.Number(alert.Details.Count), Feed(reader, alert.Details.Feed)),
        "stale" => reader.Text(s_stale, $"{Feed(reader, alert.Details.Feed)} ({alert.Details.Source})", reader.Language.Number(alert.Details.Count)),
        "quality" => reader.Text(
            s_quality,
            reader.Text(QualityCatalogue.Find(alert.Details.Rule ?? "")?.Name ?? LocalText.Same(alert.Details.Rule ?? "")),
            reader.Language.Number(alert.Details.Count),
            alert.Details.Batch,
            alert.Details.Source),
        _ => reader.Text(s_job, alert.Details.Job),
    };

    private static string Feed(Reader reader, string? feed) => reader.Text(UnitText.Feed(feed ?? ""));
}

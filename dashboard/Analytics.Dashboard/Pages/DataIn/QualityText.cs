using Analytics.Domain;
using Analytics.Domain.Quality;

namespace Analytics.Dashboard.Pages.DataIn;

[Texts("quality")]
public static partial class QualityText
{
    public static LocalText Name(Severity severity) => severity switch
    {
        Analytics.Domain.Quality.Severity.Error => SeverityError,
        Analytics.Domain.Quality.Severity.Warning => SeverityWarning,
        _ => SeverityInformation,
    };
}

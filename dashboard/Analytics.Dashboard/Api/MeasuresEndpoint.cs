using Analytics.Dashboard.Localization;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Api;

/// <summary><c>GET /api/v1/measures</c>: every measure with its unit, definition, formula and dimensions.</summary>
public static class MeasuresEndpoint
{
    public static IResult Get(HttpContext context)
    {
        var language = LanguageChoice.Of(context);
        return Results.Json(MeasureCatalogue.All.Select(measure => new
        {
            measure = measure.Id,
            unit = language.Text(measure.UnitName),
            name = language.Text(measure.Name),
            definition = language.Text(measure.Definition),
            formula = measure.Formula,
            numerator = measure.Numerator,
            denominator = measure.Denominator,
            dimensions = measure.Dimensions,
            feeds = measure.Feeds,
            breaks_at_code_change = measure.BreaksAtCodeChange,
            names = new { en = measure.Name.En, ru = measure.Name.Ru, ky = measure.Name.Ky },
        }));
    }
}

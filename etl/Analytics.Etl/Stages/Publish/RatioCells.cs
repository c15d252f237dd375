using Analytics.Domain.Measures;

namespace Analytics.Etl.Stages.Publish;

/// <summary>Ratios, computed from what each profile may see of their two counts.</summary>
internal static class RatioCells
{
    /// <param name="counts">Published counts of all profiles.</param>
    public static IEnumerable<PublishedCell> Of(IReadOnlyCollection<PublishedCell> counts)
    {
        var byKey = counts
            .Where(cell => cell.Period.Kind != "month" && cell.Codes.Keys.All(dimension => dimension == "region"))
            .ToDictionary(cell => (cell.Profile, cell.Measure, cell.Period.Id, cell.Codes.GetValueOrDefault("region")));
        foreach (var measure in MeasureCatalogue.All.Where(measure => measure.Kind == MeasureKind.Ratio && !measure.IsCensus))
        {
            foreach (var ((profile, name, period, region), below) in byKey)
            {
                if (name == measure.Denominator && byKey.TryGetValue((profile, measure.Numerator!, period, region), out var above) && Cell(measure, above, below) is { } cell)
                {
                    yield return cell;
                }
            }
        }
    }

    /// <returns>Null where nobody was assisted: a ratio over zero persons does not exist.</returns>
    private static PublishedCell? Cell(Measure measure, PublishedCell above, PublishedCell below)
    {
        var cell = below with { Measure = measure.Id, Value = null, Provisional = above.Provisional || below.Provisional };
        if (above.Status == "not_reported" || below.Status == "not_reported")
        {
            return cell with { Status = "not_reported" };
        }

        if (below.Status == "withheld" || above.Status == "withheld")
        {
            return cell with { Status = "withheld" };
        }

        if (below.Value is not > 0)
        {
            return null;
        }

        var ratio = Ratio.Of(measure, above.Value!.Value, below.Value.Value);
        return cell with { Status = ratio.Value == 0 ? "zero" : "ok", Value = ratio.Value, Lower = ratio.Lower, Upper = ratio.Upper };
    }
}

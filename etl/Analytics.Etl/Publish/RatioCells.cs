using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;

namespace Analytics.Etl.Publish;

/// <summary>Ratios, computed from what each profile may see of their two counts.</summary>
internal static class RatioCells
{
    /// <param name="counts">Published counts of all profiles.</param>
    public static IEnumerable<PublishedCell> Of(IReadOnlyCollection<PublishedCell> counts)
    {
        var byKey = counts
            .Where(cell => cell.Period.Kind != PeriodKind.Month && cell.Codes.Keys.All(dimension => dimension == Dimension.Region))
            .ToDictionary(cell => (cell.Profile, cell.Measure, cell.Period.Id, cell.Codes.GetValueOrDefault(Dimension.Region)));
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
        var cell = below with { Measure = measure.Id, Value = null, Batches = [], Provisional = above.Provisional || below.Provisional };
        if (above.Status == CellStatus.NotReported || below.Status == CellStatus.NotReported)
        {
            return cell with { Status = CellStatus.NotReported };
        }

        if (below.Status == CellStatus.Withheld || above.Status == CellStatus.Withheld)
        {
            return cell with { Status = CellStatus.Withheld };
        }

        if (below.Value is not > 0)
        {
            return null;
        }

        var ratio = Ratio.Of(measure, above.Value!.Value, below.Value.Value);
        return cell with { Status = ratio.Value == 0 ? CellStatus.Zero : CellStatus.Ok, Value = ratio.Value, Lower = ratio.Lower, Upper = ratio.Upper };
    }
}

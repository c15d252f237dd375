using Analytics.Domain.Disclosure;
using Analytics.Domain.Linkage;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Warehouse.Link;

namespace Analytics.Etl.Publish.Persons;

/// <summary>
/// Intervals that include the error of linkage. They are functions of published values and of the rates alone, so they give away
/// nothing that the values do not.
/// </summary>
internal static class LinkageIntervals
{
    /// <summary>
    /// Persons assisted: of the links that made persons of intakes some are false (persons are more) and some were missed (persons are
    /// fewer). Links are intakes less persons, as published, give or take their rounding.
    /// </summary>
    public static void AddToPersons(List<PublishedCell> cells, LinkageQuality quality)
    {
        var intakes = cells.Where(cell => cell.Measure == "intakes" && cell.Value is not null).ToDictionary(Key, cell => cell.Value!.Value);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { Measure: "persons_assisted", Status: CellStatus.Ok, Value: { } persons } cell && intakes.TryGetValue(Key(cell), out var all))
            {
                var slack = SuppressionPolicy.TryParse(cell.Profile, out var policy) ? policy.RoundingBase / 2 : 0;
                var most = Math.Max(0, all - persons) + (2 * slack);
                cells[i] = cell with
                {
                    Lower = Math.Max(0, persons - slack - Math.Ceiling(most * ((1 / quality.Recall.Lower) - 1))),
                    Upper = persons + slack + Math.Ceiling(most * (1 - quality.Precision.Lower)),
                };
            }
        }
    }

    /// <summary>
    /// 1 − part ÷ whole, persons over persons: Wilson's 95 % interval, its ends taken at the counts that missed links, false links and
    /// rounding allow.
    /// </summary>
    public static (double Value, double Lower, double Upper) Absent(double part, double whole, int slack, LinkageQuality quality)
    {
        var (fewest, most) = (Math.Max(0, part - slack) * quality.Precision.Lower, Math.Min(whole, (part + slack) / quality.Recall.Lower));
        return (1 - (part / whole), 1 - Proportion.Wilson(most, whole).Upper, 1 - Proportion.Wilson(fewest, whole).Lower);
    }

    private static (string, string, string) Key(PublishedCell cell) =>
        (cell.Profile, cell.Period.Id, string.Join('|', cell.Codes.OrderBy(code => code.Key, StringComparer.Ordinal).Select(code => $"{code.Key}={code.Value}")));
}


namespace Analytics.Dashboard.Published;

/// <summary>A value per 100,000 population and year.</summary>
/// <param name="Value">Null where the cell has no value.</param>
/// <param name="Interpolated">A year's population lies between or beyond the years that the source gives.</param>
/// <param name="Rebased">The period spans the 2022 census, which re-based the population.</param>
public sealed record PopulationRate(decimal? Value, bool Interpolated, bool Rebased)
{
    public const int CensusYear = 2022;

    private const decimal Per = 100_000;

    /// <summary>Null where a year of the period has no population.</summary>
    /// <param name="region">SOATE code.</param>
    public static PopulationRate? Of(decimal? value, string region, DateOnly start, DateOnly end, IReadOnlyList<Population> population)
    {
        var years = Enumerable.Range(start.Year, end.Year - start.Year + 1).ToList();
        var known = population.Where(one => one.Region == region && years.Contains(one.Year)).ToList();
        if (known.Count != years.Count || known.Sum(one => one.Persons) == 0)
        {
            return null;
        }

        // Persons times years lived in the period; a part of a year counts as that part.
        var personYears = known.Sum(one => one.Persons * Share(one.Year, start, end));
        return new PopulationRate(
            value / personYears * Per,
            known.Exists(one => one.Interpolated),
            start.Year < CensusYear && end.Year >= CensusYear);
    }

    private static decimal Share(int year, DateOnly start, DateOnly end)
    {
        var first = new DateOnly(year, 1, 1);
        var last = new DateOnly(year, 12, 31);
        var from = start > first ? start : first;
        var to = end < last ? end : last;
        return (to.DayNumber - from.DayNumber + 1) / (decimal)(last.DayNumber - first.DayNumber + 1);
    }
}

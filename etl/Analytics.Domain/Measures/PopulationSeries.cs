namespace Analytics.Domain.Measures;

/// <summary>The population of a territory in one year.</summary>
/// <param name="Interpolated">True when no source gives this year and the figure lies between or beyond those given.</param>
public readonly record struct PopulationYear(int Year, long Population, bool Interpolated);

/// <summary>Fills the years that a population series lacks, without joining across a re-basing of the series.</summary>
public static class PopulationSeries
{
    /// <summary>The first year counted on the base of the census of 25 March 2022.</summary>
    public const int RebasedFrom = 2022;

    /// <summary>Straight lines between known years of the same base; beyond them the nearest known year of that base.</summary>
    /// <param name="known">Year → residents, as the sources give them.</param>
    /// <returns>One entry a year from <paramref name="from"/> to <paramref name="to"/>; years of a base without any known year are left out.</returns>
    public static IReadOnlyList<PopulationYear> Fill(IReadOnlyDictionary<int, long> known, int from, int to)
    {
        var filled = new List<PopulationYear>();
        for (var year = from; year <= to; year++)
        {
            if (known.TryGetValue(year, out var population))
            {
                filled.Add(new PopulationYear(year, population, Interpolated: false));
                continue;
            }

            var sameBase = known.Keys.Where(other => (other >= RebasedFrom) == (year >= RebasedFrom)).ToArray();
            if (sameBase.Length == 0)
            {
                continue;
            }

            var before = sameBase.Where(other => other < year).DefaultIfEmpty(sameBase.Min()).Max();
            var after = sameBase.Where(other => other > year).DefaultIfEmpty(sameBase.Max()).Min();
            var share = after <= before ? 0 : (double)(year - before) / (after - before);
            filled.Add(new PopulationYear(year, (long)Math.Round(known[before] + (share * (known[after] - known[before]))), Interpolated: true));
        }

        return filled;
    }
}

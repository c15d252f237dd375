namespace Analytics.Domain.Quality;

/// <summary>
/// A month whose count is less than half or more than twice the median of the six months before it, and further from it than chance
/// lets a count stray: three standard deviations of a Poisson count (√median) and at least ten.
/// </summary>
public static class SuddenChange
{
    /// <summary>Months that a month is compared with.</summary>
    public const int Before = 6;

    private const double Factor = 2;
    private const double Deviations = 3;
    private const double Least = 10;

    /// <param name="counts">Monthly counts in order, without gaps.</param>
    /// <returns>Positions of the months that dropped or jumped; the first six are never among them.</returns>
    public static IEnumerable<int> In(IReadOnlyList<double> counts)
    {
        for (var at = Before; at < counts.Count; at++)
        {
            var usual = ModifiedZScore.Median([.. counts.Skip(at - Before).Take(Before)]);
            var change = Math.Abs(counts[at] - usual);
            if ((counts[at] * Factor < usual || counts[at] > usual * Factor) && change >= Math.Max(Least, Deviations * Math.Sqrt(usual)))
            {
                yield return at;
            }
        }
    }
}

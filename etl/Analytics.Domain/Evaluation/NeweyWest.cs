namespace Analytics.Domain.Evaluation;

/// <summary>Variance of a sum whose terms are correlated in time (Newey and West 1987, doi:10.2307/1913610).</summary>
internal static class NeweyWest
{
    /// <summary>⌊4 (n ÷ 100)^(2/9)⌋, at least 1 (Newey and West 1994, doi:10.2307/2297912).</summary>
    public static int Lags(int points) => Math.Max((int)Math.Floor(4 * Math.Pow(points / 100.0, 2.0 / 9)), 1);

    /// <summary>
    /// Σ h² + 2 Σ (1 − l ÷ (lags + 1)) Σ h(t) h(t − l), the Bartlett kernel. Lags are calendar periods: a period without a
    /// report has no term and still keeps its neighbours apart (Datta and Du 2012).
    /// </summary>
    /// <param name="terms">Terms by period; those of one period are added, so that series side by side may share shocks.</param>
    /// <param name="lags">Highest lag; 0 gives the variance for uncorrelated terms.</param>
    public static double Variance(IEnumerable<(int Period, double Value)> terms, int lags)
    {
        var sums = new SortedDictionary<int, double>();
        foreach (var (period, value) in terms)
        {
            sums[period] = sums.GetValueOrDefault(period) + value;
        }

        var variance = 0.0;
        foreach (var (period, value) in sums)
        {
            variance += value * value;
            for (var lag = 1; lag <= lags; lag++)
            {
                variance += 2 * (1 - (lag / (lags + 1.0))) * value * sums.GetValueOrDefault(period - lag);
            }
        }

        // The Bartlett kernel cannot give a negative variance, but rounding can.
        return Math.Max(variance, 0);
    }
}

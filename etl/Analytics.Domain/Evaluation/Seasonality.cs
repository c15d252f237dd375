namespace Analytics.Domain.Evaluation;

/// <summary>A year's rhythm as pairs of sine and cosine (Stolwijk, Straatman and Zielhuis 1999).</summary>
public static class Seasonality
{
    /// <summary>Most pairs that a year of this many periods can tell apart; one more would be an alternation without a phase.</summary>
    public static int Most(SeriesFrequency frequency) => frequency == SeriesFrequency.Monthly ? 5 : 1;

    /// <summary>
    /// Months: two pairs from three years of periods on, one from two years on. Quarters: one pair from four years on.
    /// Shorter series cannot tell season from trend, and get none.
    /// </summary>
    /// <param name="frequency">Distance of the periods.</param>
    /// <param name="points">Periods that take part in the fit.</param>
    public static int Pairs(SeriesFrequency frequency, int points) => frequency switch
    {
        SeriesFrequency.Monthly => points >= 36 ? 2 : points >= 24 ? 1 : 0,
        _ => points >= 16 ? 1 : 0,
    };

    /// <summary>sin and cos of 2πj × <paramref name="position"/> ÷ <paramref name="season"/> for each pair j, all sines first.</summary>
    /// <param name="position">Place of the period in its year, from 1.</param>
    /// <param name="season">Periods a year.</param>
    /// <param name="pairs">How many pairs.</param>
    internal static IEnumerable<double> Terms(int position, int season, int pairs)
    {
        var angles = Enumerable.Range(1, pairs).Select(pair => 2 * Math.PI * pair * position / season).ToArray();
        return angles.Select(Math.Sin).Concat(angles.Select(Math.Cos));
    }
}

namespace Analytics.Domain.Programmes;

/// <summary>
/// Credit as a profile may see it: a function of the count of persons already published for the programme, of the donors' open shares,
/// and of the mean credit of a person in steps of <see cref="Step"/>. A step is wider than one overlapping person moves the mean where
/// the count is <see cref="SmallestReach"/> or more, so every count within the published count's rounding, and some overlap, gives the same
/// credit: the credit tells nothing about the count that the count does not tell.
/// </summary>
public static class PublishedCredit
{
    public const decimal Step = 0.05m;

    /// <summary>Below this published count nothing is published.</summary>
    public const long SmallestReach = 15;

    /// <param name="exact">The true credit.</param>
    /// <param name="shown">The programme's persons as published; null where withheld.</param>
    /// <param name="threshold">Credits above 0 up to this are withheld, and with them the programme's others, which would tell them.</param>
    /// <returns>Persons by donor, to one decimal, adding up to the shown count times the mean credit; null where the credit is withheld.</returns>
    public static IReadOnlyDictionary<string, decimal>? Of(ProgrammeCredit exact, long? shown, int threshold)
    {
        if (shown is not { } reach || reach < SmallestReach || exact.Reached == 0)
        {
            return null;
        }

        var tenths = Math.Round(reach * MeanCredit(exact) * 10, MidpointRounding.AwayFromZero);
        var credits = Apportion(exact.Shares ?? Apportion(exact.ByDonor, 1 / Step).ToDictionary(donor => donor.Key, donor => donor.Value * Step, StringComparer.Ordinal), tenths)
            .ToDictionary(donor => donor.Key, donor => donor.Value / 10, StringComparer.Ordinal);
        return credits.Values.Any(credit => credit > 0 && credit <= threshold) ? null : credits;
    }

    /// <summary>Credit ÷ persons reached, to the nearest step; 1 where nobody came to another programme as well.</summary>
    public static decimal MeanCredit(ProgrammeCredit exact) => Math.Round(exact.Credited / exact.Reached / Step, MidpointRounding.AwayFromZero) * Step;

    // Whole units in proportion, the largest remainders up, so that the parts add up. Shares that changed within the period would tell how
    // many came before the change: they are apportioned in steps first.
    private static Dictionary<string, decimal> Apportion(IReadOnlyDictionary<string, decimal> weights, decimal units)
    {
        var all = weights.Values.Sum();
        var ranked = weights.Select(weight => (weight.Key, Exact: weight.Value / all * units))
            .OrderByDescending(weight => weight.Exact - Math.Floor(weight.Exact)).ThenBy(weight => weight.Key, StringComparer.Ordinal)
            .ToArray();
        var missing = units - ranked.Sum(weight => Math.Floor(weight.Exact));
        return ranked.Select((weight, index) => (weight.Key, Units: Math.Floor(weight.Exact) + (index < missing ? 1 : 0)))
            .ToDictionary(weight => weight.Key, weight => weight.Units, StringComparer.Ordinal);
    }
}

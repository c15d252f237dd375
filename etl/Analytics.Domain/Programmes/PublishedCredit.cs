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
    /// <returns>Persons by donor; null where the credit is withheld.</returns>
    public static IReadOnlyDictionary<string, long>? Of(ProgrammeCredit exact, long? shown)
    {
        if (shown is not { } reach || reach < SmallestReach || exact.Reached == 0)
        {
            return null;
        }

        var mean = MeanCredit(exact);
        return (exact.Shares ?? Coarse(exact))
            .Where(share => share.Value > 0)
            .ToDictionary(share => share.Key, share => (long)Math.Floor(reach * mean * share.Value + 0.5m), StringComparer.Ordinal);
    }

    /// <summary>Credit ÷ persons reached, to the nearest step; 1 where nobody came to another programme as well.</summary>
    public static decimal MeanCredit(ProgrammeCredit exact) => Math.Round(exact.Credited / exact.Reached / Step, MidpointRounding.AwayFromZero) * Step;

    // Shares that changed within the period would tell how many came before the change: they are given in steps, the largest remainders up.
    private static Dictionary<string, decimal> Coarse(ProgrammeCredit exact)
    {
        var ranked = exact.ByDonor
            .Select(donor => (donor.Key, Steps: donor.Value / exact.Credited / Step))
            .OrderByDescending(donor => donor.Steps - Math.Floor(donor.Steps)).ThenBy(donor => donor.Key, StringComparer.Ordinal)
            .ToArray();
        var missing = (1 / Step) - ranked.Sum(donor => Math.Floor(donor.Steps));
        return ranked.Select((donor, index) => (donor.Key, Share: (Math.Floor(donor.Steps) + (index < missing ? 1 : 0)) * Step))
            .ToDictionary(donor => donor.Key, donor => donor.Share, StringComparer.Ordinal);
    }
}

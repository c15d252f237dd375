namespace Analytics.Domain.Programmes;

/// <summary>A person's intakes at one programme under the same shares.</summary>
/// <param name="Shares">By donor, adding up to 1; <see cref="SharedCredit.NoDonor"/> where nobody paid on that day.</param>
public sealed record CreditedIntakes(string Programme, IReadOnlyDictionary<string, decimal> Shares, int Intakes);

/// <summary>How many persons came to the same programmes in the same way.</summary>
/// <param name="Intakes">At least one; intakes that name no programme are left out.</param>
public sealed record CreditPattern(IReadOnlyList<CreditedIntakes> Intakes, long Persons);

/// <summary>What a programme is credited with.</summary>
/// <param name="Reached">Persons with an intake at the programme, each counted once.</param>
/// <param name="ByDonor">Credit of each donor, in persons; adds up to <see cref="Credited"/>.</param>
/// <param name="Shares">The donors' shares where they were the same for every intake; else null.</param>
public sealed record ProgrammeCredit(
    string Programme, long Reached, IReadOnlyDictionary<string, decimal> ByDonor, IReadOnlyDictionary<string, decimal>? Shares)
{
    /// <summary>Persons, where one who came to k programmes counts 1 ÷ k at each.</summary>
    public decimal Credited => ByDonor.Values.Sum();
}

/// <summary>
/// One person is one person, however many donors helped. Each person who came to a programme has a credit of 1, divided equally over
/// the programmes he or she came to in the period; at a programme equally over the intakes; and of an intake over the donors by their
/// shares on its day. Hence the credits of all donors add up to the number of distinct persons, and no donor is credited with more
/// persons than it touched.
/// </summary>
public static class SharedCredit
{
    /// <summary>Credit for help that no grant paid for.</summary>
    public const string NoDonor = "none";

    /// <summary>A person's parts are kept to this many decimals and the last one is the rest, so that the sum is exact.</summary>
    private const int Decimals = 12;

    /// <returns>One entry a programme, in order of its code.</returns>
    public static IReadOnlyList<ProgrammeCredit> Of(IEnumerable<CreditPattern> patterns)
    {
        var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
        {
            foreach (var (programme, donor, part) in Parts(pattern.Intakes))
            {
                var byDonor = Tally(programme).ByDonor;
                byDonor[donor] = byDonor.GetValueOrDefault(donor) + (part * pattern.Persons);
            }

            foreach (var programme in pattern.Intakes.GroupBy(intake => intake.Programme, StringComparer.Ordinal))
            {
                Tally(programme.Key).Add(pattern.Persons, programme.Select(intake => intake.Shares));
            }
        }

        return [.. tallies.Select(one => new ProgrammeCredit(one.Key, one.Value.Reached, one.Value.ByDonor, one.Value.Shares))];

        Tally Tally(string programme) => tallies.TryGetValue(programme, out var known) ? known : tallies[programme] = new Tally();
    }

    /// <returns>The parts of one person's credit; they add up to exactly 1.</returns>
    private static List<(string Programme, string Donor, decimal Part)> Parts(IReadOnlyList<CreditedIntakes> intakes)
    {
        var programmes = intakes.GroupBy(intake => intake.Programme, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var parts = (
            from programme in programmes
            let all = programme.Sum(intake => intake.Intakes)
            from intake in programme
            from share in intake.Shares.OrderBy(share => share.Key, StringComparer.Ordinal)
            select (Programme: programme.Key, Donor: share.Key, Part: Math.Round(share.Value * intake.Intakes / all / programmes.Length, Decimals))).ToList();
        var last = parts[^1];
        parts[^1] = last with { Part = last.Part + 1 - parts.Sum(part => part.Part) };
        return parts;
    }

    private sealed class Tally
    {
        private bool _changes;

        public long Reached { get; private set; }

        public Dictionary<string, decimal> ByDonor { get; } = new(StringComparer.Ordinal);

        public IReadOnlyDictionary<string, decimal>? Shares => _changes ? null : First;

        private IReadOnlyDictionary<string, decimal>? First { get; set; }

        public void Add(long persons, IEnumerable<IReadOnlyDictionary<string, decimal>> shares)
        {
            Reached += persons;
            foreach (var one in shares)
            {
                First ??= one;
                _changes |= one.Count != First.Count || one.Any(share => First.GetValueOrDefault(share.Key) != share.Value);
            }
        }
    }
}

namespace Analytics.Domain.Programmes;

/// <summary>From grants to the donors' shares of each programme, spell by spell.</summary>
public static class GrantShares
{
    /// <summary>Shares that follow from amounts are kept to this many decimals; the last donor has the rest, so that they add up to 1.</summary>
    private const int Decimals = 6;

    /// <param name="grants">Of any programmes; a donor's grants to one programme do not overlap.</param>
    /// <returns>The spells in order, and one line for each spell whose shares are not shares.</returns>
    public static (IReadOnlyList<ShareSpell> Spells, IReadOnlyList<string> Faults) Of(IReadOnlyCollection<Grant> grants)
    {
        var spells = new List<ShareSpell>();
        var faults = new List<string>();
        foreach (var programme in grants.GroupBy(grant => grant.Programme, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var changes = programme.SelectMany(grant => new[] { grant.From, grant.To.AddDays(1) }).Distinct().Order().ToArray();
            for (var i = 0; i + 1 < changes.Length; i++)
            {
                Grant[] running = [.. programme.Where(grant => grant.From <= changes[i] && grant.To >= changes[i]).OrderBy(grant => grant.Donor, StringComparer.Ordinal)];
                if (running.Length == 0)
                {
                    continue;
                }

                if (Fault(running) is { } fault)
                {
                    faults.Add($"{programme.Key}, {changes[i]:yyyy-MM-dd} to {changes[i + 1].AddDays(-1):yyyy-MM-dd}: {fault}");
                    continue;
                }

                spells.Add(new ShareSpell(programme.Key, changes[i], changes[i + 1], Shares(running)));
            }
        }

        return (spells, faults);
    }

    private static string? Fault(Grant[] running)
    {
        if (running.DistinctBy(grant => grant.Donor, StringComparer.Ordinal).Count() < running.Length)
        {
            return "a donor has two grants at once; make them one, or let one end before the other begins.";
        }

        var given = running.Count(grant => grant.Share is not null);
        if (given == 0)
        {
            return running.DistinctBy(grant => grant.Currency, StringComparer.Ordinal).Count() > 1
                ? "the grants are in several currencies, so shares do not follow from the amounts; give a share for each."
                : null;
        }

        return given < running.Length ? "some grants have a share and some have none; give one for each, or for none."
            : running.Sum(grant => grant.Share!.Value) is var sum && sum != 1 ? FormattableString.Invariant($"the shares add up to {sum}; they must add up to 1.")
            : null;
    }

    private static Dictionary<string, decimal> Shares(Grant[] running)
    {
        if (running[0].Share is not null)
        {
            return running.ToDictionary(grant => grant.Donor, grant => grant.Share!.Value, StringComparer.Ordinal);
        }

        // Money a day, so that a long small grant and a short large one are told apart.
        var aDay = running.Sum(grant => grant.Amount / grant.Days);
        var shares = running.ToDictionary(grant => grant.Donor, grant => Math.Round(grant.Amount / grant.Days / aDay, Decimals), StringComparer.Ordinal);
        var last = running[^1].Donor;
        shares[last] = 1 - shares.Where(share => share.Key != last).Sum(share => share.Value);
        return shares;
    }
}

using System.Runtime.InteropServices;

namespace Analytics.Domain.Linkage;

/// <summary>What increments showed lately: how many records came, and how many of them had a partner among those that were there.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Arrivals(double Records, double WithPartner)
{
    // A large increment speaks for itself; a small one leans on so many records before it.
    private const double MostRemembered = 100;

    // Beta(1, 1): before anything came, every share of returning people is as likely as any other (Sadinle 2017).
    private const double Flat = 1;

    /// <summary>Probability that the next record has a partner.</summary>
    internal double Share => (WithPartner + Flat) / (Records + (2 * Flat));

    internal Arrivals And(double records, double withPartner)
    {
        var kept = Records > MostRemembered ? MostRemembered / Records : 1;
        return new Arrivals((Records * kept) + records, (WithPartner * kept) + withPartner);
    }
}

/// <summary>New records scored against a pool.</summary>
/// <param name="Pairs">Scored pairs of each of the comparisons, best first.</param>
/// <param name="MatchShare">Share of the pairs that are one person: the increment's own.</param>
/// <param name="UnseenMatches">Matches expected among pairs that showed nothing.</param>
/// <param name="Arrivals">What the next increment leans on.</param>
public sealed record ScoredIncrement(IReadOnlyList<IReadOnlyList<ScoredPair>> Pairs, double MatchShare, double UnseenMatches, Arrivals Arrivals);

/// <summary>
/// Linkage of new records with a pool (sequential linkage). How records of one person differ (<c>m</c>) and how strangers agree
/// (<c>u</c>) is the pool's; the share of matches is the increment's own: how many people of a pool were there twice says nothing
/// of how many of the next list are there already. That one number, the share of new records that have a partner, is learnt by
/// EM with everything else held. A record counts once however many candidates it has (Sadinle 2017), so namesakes beside a
/// true partner do not raise it.
/// </summary>
public static class Increment
{
    private const int Rounds = 3;
    private const int MostIterations = 1000;
    private const double Tolerance = 1e-6;

    /// <param name="comparisons">Of the new records (the first list) with the pool, and of the new records with each other.</param>
    /// <param name="records">Number of new records.</param>
    /// <param name="model">Weights learnt from the pool.</param>
    /// <param name="before">Increments before this one.</param>
    public static ScoredIncrement Score(IReadOnlyList<Comparisons> comparisons, int records, FellegiSunter model, Arrivals before)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        ArgumentNullException.ThrowIfNull(model);
        var all = Math.Max(1.0, comparisons.Sum(c => c.PairsByComparable.Values.Sum()));
        var unseen = comparisons.Sum(c => c.PairsByComparable.Sum(pairs => pairs.Value * model.With(model.MatchShare, c.MetWhenAlike).Unseen(pairs.Key))) / all;
        double MatchShare(double withPartner) => Math.Min(0.5, before.And(records, withPartner).Share * records / all);
        var (share, found) = (MatchShare(records * before.Share), 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            // How common a name is among strangers depends on who is one, and so on the share.
            var factors = Factors(comparisons, model, share, records);
            var last = 0.0;
            for (var iteration = 0; iteration < MostIterations && Math.Abs(share - last) > Tolerance * share; iteration++)
            {
                last = share;
                var odds = share / (1 - share);
                found = Math.Min(records, factors.Sum(factor => odds * factor / (1 + (odds * factor))) / (1 - unseen));
                share = MatchShare(found);
            }
        }

        return new ScoredIncrement(Scored(comparisons, model, share), share, found * unseen, before.And(records, found));
    }

    /// <summary>How much likelier each new record makes it that it has a partner: Bayes factors of its candidates, added up.</summary>
    private static double[] Factors(IReadOnlyList<Comparisons> comparisons, FellegiSunter model, double share, int records)
    {
        var factors = new double[records];
        var prior = Math.Log(share / (1 - share));
        foreach (var (comparison, pairs) in comparisons.Zip(Scored(comparisons, model, share)))
        {
            foreach (var pair in pairs)
            {
                // Of two new records the later one meets the earlier.
                factors[comparison.Within ? pair.B : pair.A] += Math.Exp(pair.LogOdds - prior);
            }
        }

        return factors;
    }

    private static IReadOnlyList<ScoredPair>[] Scored(IReadOnlyList<Comparisons> comparisons, FellegiSunter model, double share) =>
        [.. comparisons.Select(c => Linker.Score(c, model.With(share, c.MetWhenAlike)))];
}

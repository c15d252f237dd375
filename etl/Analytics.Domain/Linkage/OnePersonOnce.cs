namespace Analytics.Domain.Linkage;

/// <summary>
/// What it means for two lists that each person stands once in each: a record can have one partner only. The odds of a pair are then those
/// against both records staying without a partner, not those of any pair of the lists, and its probability is shared with the other
/// candidates of the two records (Sadinle 2017, doi:10.1080/01621459.2016.1148612).
/// </summary>
internal static class OnePersonOnce
{
    /// <summary>A list is never taken to have a partner for more of its records than this.</summary>
    private const double MostWithPartner = 0.8;

    /// <param name="scored">Pairs scored one by one.</param>
    /// <param name="records">Records of the two lists.</param>
    /// <param name="matches">Matches expected in all.</param>
    public static IReadOnlyList<ScoredPair> Of(IReadOnlyList<ScoredPair> scored, (int A, int B) records, double matches)
    {
        double Alone(int list) => 1 - Math.Min(MostWithPartner, matches / Math.Max(1, list));
        var gain = -Math.Log(Alone(records.A) * Alone(records.B));
        var (ofA, ofB) = (new double[records.A], new double[records.B]);
        var odds = new double[scored.Count];
        for (var i = 0; i < odds.Length; i++)
        {
            odds[i] = Math.Exp(Math.Min(scored[i].LogOdds + (scored[i].IsDoubtful ? 0 : gain), MostLogOdds));
            ofA[scored[i].A] += odds[i];
            ofB[scored[i].B] += odds[i];
        }

        return [.. scored.Select((pair, i) =>
        {
            var others = Math.Max(0, ofA[pair.A] - odds[i]) + Math.Max(0, ofB[pair.B] - odds[i]);
            var own = odds[i] / (1 + others);
            return pair with { LogOdds = Math.Log(own), Probability = own / (1 + own) };
        }).OrderByDescending(p => p.LogOdds).ThenByDescending(p => p.Similarity).ThenBy(p => p.A).ThenBy(p => p.B)];
    }

    /// <summary>Beyond it nothing changes, and sums stay exact.</summary>
    private const double MostLogOdds = 30;
}

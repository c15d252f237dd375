using Analytics.Domain.Linkage;

namespace Analytics.Etl.Warehouse.Link;

/// <summary>The linkage of one round: which pairs are new, and who is one person. Knows no database.</summary>
internal static class RoundLinkage
{
    /// <summary>Pairs below this probability are not kept: no cluster changes with them.</summary>
    private const double LeastProbability = 0.001;

    /// <summary>Learns the weights from all records of a round, and compares all.</summary>
    public static (LinkModel Model, List<LinkPair> Pairs) Learn(IReadOnlyList<PersonRecord> records, CancellationToken token)
    {
        var table = new TokenTable([.. records.Select(record => record.Token)]);
        var comparisons = Linker.Compare(table, table, cancellation: token);
        // Lists meet each other and themselves here, so a person may well have several pairs.
        var (fit, pairs) = Linker.Score(comparisons, onePersonOnce: false);
        List<LinkPair> kept = [.. Kept(pairs, records, records)];
        return (new LinkModel(fit.Model, records.Count, fit.UnseenMatches, Linker.Threshold(kept.Select(pair => pair.Probability)), default), kept);
    }

    /// <summary>
    /// Learns the weights again from all records, and compares those that are new. What a pair shows weighs what it weighs now; the share
    /// of matches that was expected when the two met stays, and so do persons.
    /// </summary>
    public static (LinkModel Model, List<LinkPair> Pairs) LearnAgain(
        LinkModel before, IReadOnlyList<LinkPair> pairs, IReadOnlyList<PersonRecord> records, CancellationToken token)
    {
        var weights = Learn(records, token).Model.Weights;
        double Gain(AgreementPattern pattern) => (weights.Weight(pattern) - before.Weights.Weight(pattern)) * Math.Log(2);
        var (model, found) = Compare(
            before with { Weights = weights, LearnedFrom = records.Count }, [.. records.Where(record => record.Compared)], [.. records.Where(record => !record.Compared)], token);
        List<LinkPair> all = [.. pairs.Select(pair => pair with { LogOdds = pair.LogOdds + Gain(pair.Pattern) }), .. found];
        return (model with { Threshold = Linker.Threshold([.. all.Select(pair => pair.Probability)], before.Threshold) }, all);
    }

    /// <summary>Compares new records with those that are there and with each other, by weights learnt before and a share of matches of their own.</summary>
    public static (LinkModel Model, List<LinkPair> Pairs) Compare(
        LinkModel model, IReadOnlyList<PersonRecord> known, IReadOnlyList<PersonRecord> added, CancellationToken token)
    {
        if (added.Count == 0)
        {
            return (model, []);
        }

        var (before, now) = (new TokenTable([.. known.Select(record => record.Token)]), new TokenTable([.. added.Select(record => record.Token)]));
        var increment = Increment.Score(
            [Linker.Compare(now, before, cancellation: token), Linker.Compare(now, now, cancellation: token)], added.Count, model.Weights, model.Arrivals);
        return (
            model with { UnseenMatches = model.UnseenMatches + increment.UnseenMatches, Arrivals = increment.Arrivals },
            [.. Kept(increment.Pairs[0], added, known), .. Kept(increment.Pairs[1], added, added)]);
    }

    /// <summary>
    /// Gathers anew the persons that a change can touch: everything that hangs together with a changed record by pairs that could
    /// link, by decisions, or as one person so far. Nobody else's group depends on it, so the result is that of gathering all.
    /// </summary>
    /// <param name="threshold">Least probability of a link.</param>
    /// <param name="changed">Records that are new, whose decisions changed, or whose companions left.</param>
    public static IReadOnlyList<IReadOnlyList<long>> Gather(
        IReadOnlyList<PersonRecord> records, IReadOnlyList<LinkPair> pairs, IReadOnlyList<ReviewDecision> decisions, double threshold,
        IReadOnlyCollection<long> changed)
    {
        var byId = records.ToDictionary(record => record.Id);
        var touched = Touched(records, pairs, decisions, threshold, changed);
        return Clusters.Build(
            touched,
            [.. pairs.Where(pair => touched.Contains(pair.A) && touched.Contains(pair.B)).Select(pair => new RecordPair(pair.A, pair.B, pair.LogOdds))],
            id => byId[id].List,
            PersonRecord.HoldsOnce,
            decisions,
            threshold);
    }

    private static HashSet<long> Touched(
        IReadOnlyList<PersonRecord> records, IReadOnlyList<LinkPair> pairs, IReadOnlyList<ReviewDecision> decisions, double threshold,
        IReadOnlyCollection<long> changed)
    {
        var least = Math.Log(threshold / (1 - threshold));
        var neighbours = pairs.Where(pair => pair.LogOdds >= least).Select(pair => (pair.A, pair.B))
            .Concat(decisions.Select(decision => (decision.A, decision.B)))
            .Concat(records.Where(record => record.PersonKey is not null).GroupBy(record => record.PersonKey)
                .SelectMany(person => person.Skip(1).Select(record => (A: person.First().Id, B: record.Id))))
            .SelectMany(pair => new[] { pair, (A: pair.B, B: pair.A) })
            .ToLookup(pair => pair.A, pair => pair.B);
        var known = records.Select(record => record.Id).ToHashSet();
        var touched = changed.Where(known.Contains).ToHashSet();
        var open = new Stack<long>(touched);
        while (open.TryPop(out var record))
        {
            foreach (var next in neighbours[record].Where(next => known.Contains(next) && touched.Add(next)))
            {
                open.Push(next);
            }
        }

        return touched;
    }

    private static IEnumerable<LinkPair> Kept(IReadOnlyList<ScoredPair> pairs, IReadOnlyList<PersonRecord> a, IReadOnlyList<PersonRecord> b) =>
        from pair in pairs
        where pair.Probability >= LeastProbability
        let one = a[pair.A]
        let other = b[pair.B]
        where one.List != other.List || !PersonRecord.HoldsOnce(one.List)
        select new LinkPair(Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id), pair.Pattern, pair.LogOdds);
}

using Analytics.Domain.Linkage;

namespace Analytics.Etl.Warehouse.Link;

/// <summary>What reviewers are asked: the whole grey zone, and a sample of the bands on both sides of it.</summary>
internal static class ReviewQueue
{
    private const int Seed = 20;

    /// <summary>A pair to be reviewed.</summary>
    /// <param name="Turn">Its place in a random order of its band.</param>
    internal sealed record Item(LinkPair Pair, double BandFrom, int Turn);

    /// <summary>A band with all its pairs.</summary>
    internal sealed record Band(double From, double To, int Pairs, bool Linked);

    /// <param name="threshold">Least probability of a link.</param>
    public static (IReadOnlyList<Band> Bands, IReadOnlyList<Item> Items) Of(IReadOnlyList<LinkPair> pairs, double threshold)
    {
        var scored = pairs.Select((pair, at) => new ScoredPair(at, at, pair.Pattern, pair.Probability, pair.LogOdds, 0)).ToList();
        var bands = ClericalReview.Draw(scored, int.MaxValue, Seed, threshold);
        return (
            [.. bands.Select(band => new Band(band.From, band.To, band.Pairs, band.From >= threshold))],
            [
                .. from band in bands
                   let grey = Linker.ForReview(band.Drawn, threshold).Count > 0
                   from drawn in band.Drawn.Select((pair, turn) => (pair, turn)).Take(grey ? band.Drawn.Count : ClericalReview.Fewest)
                   select new Item(pairs[drawn.pair.A], band.From, drawn.turn),
            ]);
    }

    /// <summary>Levels of the six fields in the four words of <c>ops.link_review</c>.</summary>
    public static string[] Levels(AgreementPattern pattern) => [.. Enum.GetValues<LinkageField>().Select(field => pattern[field] switch
    {
        AgreementLevel.Missing => "missing",
        AgreementLevel.None => "differ",
        AgreementLevel.Agree => "agree",
        _ => "close",
    })];

    /// <summary>
    /// Precision and recall: from reviewers once every band with pairs has enough of them judged, from the model's own probabilities
    /// until then.
    /// </summary>
    /// <param name="judged">Pairs judged and judged the same person, by the lower end of the band.</param>
    public static (string By, MeasuredError Error) Measure(
        IReadOnlyList<Band> bands, IReadOnlyList<LinkPair> pairs, IReadOnlyDictionary<double, (int Judged, int Same)> judged, LinkModel model)
    {
        var reviewed = bands.Select(band => (Band: band, Found: judged.GetValueOrDefault(band.From))).Select(each =>
            new ReviewedBand(each.Band.Pairs, Math.Min(each.Found.Judged, each.Band.Pairs), Math.Min(each.Found.Same, each.Band.Pairs), each.Band.Linked)).ToList();
        if (ClericalReview.IsEnough(reviewed))
        {
            return ("review", ClericalReview.Estimate(reviewed, model.UnseenMatches));
        }

        var linked = pairs.Where(pair => pair.Probability >= model.Threshold).ToList();
        var right = linked.Sum(pair => pair.Probability);
        var missed = pairs.Where(pair => pair.Probability < model.Threshold).Sum(pair => pair.Probability) + model.UnseenMatches;
        return ("model", new MeasuredError(
            right, linked.Count - right, missed, Proportion.Wilson(right, linked.Count), Proportion.Wilson(right, right + missed)));
    }
}

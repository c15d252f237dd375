using System.Collections.Immutable;

namespace Analytics.Domain.Estimation;

/// <summary>A model with its estimate in persons and its information criteria.</summary>
/// <param name="Model">The model.</param>
/// <param name="Total">Observed plus hidden persons.</param>
/// <param name="Bic">parameters × ln(observed persons) − 2 log-likelihood.</param>
/// <param name="Aic">2 × parameters − 2 log-likelihood.</param>
public sealed record ScoredModel(LogLinearModel Model, double Total, double Bic, double Aic);

/// <summary>A model that fits the counts but leaves the hidden number open.</summary>
public sealed record OpenModel(LogLinearModel Model, double Bic);

/// <summary>Estimates of the models whose BIC is within so much of the best.</summary>
public sealed record ModelRange(double Delta, Interval Total, int Models);

/// <summary>What a search over models found.</summary>
/// <param name="Exhaustive">Whether every hierarchical model up to the order was tried; otherwise a downhill path through pairs.</param>
/// <param name="MaxOrder">Interactions join at most so many lists.</param>
/// <param name="Tried">Models tried.</param>
/// <param name="Models">Those with an estimate, best BIC first.</param>
/// <param name="Complete">False where time ran out.</param>
public sealed record ModelSearchResult(bool Exhaustive, int MaxOrder, int Tried, ImmutableArray<ScoredModel> Models, bool Complete)
{
    public ScoredModel BestBic => Models[0];

    /// <summary>The model of lowest BIC among those that have no estimate of the total, where their fits were sought; null where there is none.</summary>
    public OpenModel? BestOpen { get; init; }

    public ScoredModel BestAic => Models.MinBy(model => model.Aic)!;

    /// <summary>Mean of the totals, weighted by exp(−BIC/2): approximate posterior model probabilities.</summary>
    public double BicWeightedMean => WeightedMean(model => model.Bic);

    public double AicWeightedMean => WeightedMean(model => model.Aic);

    public double WeightOfBest => 1 / Models.Sum(model => Math.Exp((BestBic.Bic - model.Bic) / 2));

    /// <summary>The models that hold all of these interactions, best BIC first.</summary>
    public IEnumerable<ScoredModel> Holding(IEnumerable<int> interactions) =>
        Models.Where(model => interactions.All(model.Model.Interactions.Contains));

    public ModelRange Within(double delta)
    {
        var near = Models.TakeWhile(model => model.Bic <= BestBic.Bic + delta).ToList();
        return new(delta, new(near.Min(model => model.Total), near.Max(model => model.Total)), near.Count);
    }

    private double WeightedMean(Func<ScoredModel, double> criterion)
    {
        var best = Models.Min(criterion);
        var weights = Models.Select(model => Math.Exp((best - criterion(model)) / 2)).ToList();
        return Models.Zip(weights, (model, weight) => model.Total * weight).Sum() / weights.Sum();
    }
}

/// <summary>
/// Search for the hierarchical model of lowest BIC (Silverman, Chan and Vincent 2024, doi:10.1007/s11222-023-10346-9):
/// all models where they can be tried, else downhill from main effects and from a given model, one pair at a time.
/// </summary>
internal static class ModelSearch
{
    private const int Chunk = 128;

    /// <summary>With more lists than this the models without an estimate are not fitted.</summary>
    private const int MostListsOfOpenModels = 5;

    /// <returns>Null where not even the main-effects model has an estimate.</returns>
    public static ModelSearchResult? Run(CaptureHistories table, int order, LogLinearModel start, Work work)
    {
        var lists = table.Lists.Length;
        return ModelSpace.CanEnumerate(lists, order)
            ? Exhaustive(table, order, work)
            : Downhill(table, start, work);
    }

    private static ModelSearchResult? Exhaustive(CaptureHistories table, int order, Work work)
    {
        // Chunks are cut by number, not by thread, so each fit starts from the same place however many threads there are.
        var chunks = ModelSpace.All(table.Lists.Length, order).Chunk(Chunk).ToArray();
        var scored = new ScoredModel?[chunks.Length][];
        var done = 0;
        Parallel.For(
            0,
            chunks.Length,
            new ParallelOptions { MaxDegreeOfParallelism = work.Threads, CancellationToken = work.Cancellation },
            () => Loaded(table),
            (i, loop, scorer) =>
            {
                if (work.OutOfTime.IsCancellationRequested)
                {
                    loop.Stop();
                    return scorer;
                }

                scored[i] = Array.ConvertAll(chunks[i], scorer.Score);
                work.Progress?.Report((double)Interlocked.Increment(ref done) / chunks.Length);
                return scorer;
            },
            _ => { });
        var finished = scored.Where(chunk => chunk is not null).ToList();
        var result = Result(true, order, finished.Sum(chunk => chunk.Length), finished.SelectMany(chunk => chunk), finished.Count == chunks.Length);
        return result is null || table.Lists.Length > MostListsOfOpenModels || !result.Complete ? result
            : result with { BestOpen = BestOpen(table, chunks.Zip(scored).SelectMany(pair => pair.First.Zip(pair.Second)).Where(pair => pair.Second is null).Select(pair => pair.First), result.BestBic.Bic, work) };
    }

    /// <summary>The best of the models without an estimate that could come near the best with one: each parameter costs ln(n), so most cannot.</summary>
    private static OpenModel? BestOpen(CaptureHistories table, IEnumerable<LogLinearModel> open, double best, Work work)
    {
        var saturated = BoundaryLikelihood.Saturated(table.Counts);
        var rivals = open.Where(model => (BoundaryLikelihood.Parameters(table.Lists.Length, model) * Math.Log(table.Observed)) - (2 * saturated) < best).ToList();
        var bics = new double[rivals.Count];
        Parallel.For(
            0,
            rivals.Count,
            new ParallelOptions { MaxDegreeOfParallelism = work.Threads, CancellationToken = work.Cancellation },
            (i, loop) => bics[i] = work.OutOfTime.IsCancellationRequested ? double.PositiveInfinity : BoundaryLikelihood.Bic(table.Counts, rivals[i]));
        var first = bics.Length == 0 ? -1 : Array.IndexOf(bics, bics.Min());
        return first < 0 || double.IsPositiveInfinity(bics[first]) ? null : new(rivals[first], bics[first]);
    }

    private static ModelSearchResult? Downhill(CaptureHistories table, LogLinearModel start, Work work)
    {
        var lists = table.Lists.Length;
        var scorer = Loaded(table);
        var seen = new Dictionary<UInt128, ScoredModel?>();
        var complete = true;
        foreach (var from in new[] { LogLinearModel.MainEffects, start })
        {
            var here = Visit(from);
            while (here is not null && complete)
            {
                var next = here;
                foreach (var neighbour in ModelSpace.Neighbours(here.Model, lists))
                {
                    work.Cancellation.ThrowIfCancellationRequested();
                    complete &= !work.OutOfTime.IsCancellationRequested;
                    next = complete && Visit(neighbour) is { } other && other.Bic < next.Bic ? other : next;
                }

                here = next == here ? null : next;
            }
        }

        return Result(false, 2, seen.Count, seen.Values, complete);

        ScoredModel? Visit(LogLinearModel model)
        {
            var key = StepwiseReplicates.Encode(model.Interactions, lists);
            if (!seen.TryGetValue(key, out var score))
            {
                seen[key] = score = scorer.Score(model);
            }

            return score;
        }
    }

    private static ModelScorer Loaded(CaptureHistories table)
    {
        var scorer = new ModelScorer(table.Lists.Length, ListRelations.Inside(table));
        scorer.Load(table.Counts);
        return scorer;
    }

    private static ModelSearchResult? Result(bool exhaustive, int order, int tried, IEnumerable<ScoredModel?> scored, bool complete)
    {
        ImmutableArray<ScoredModel> models = [.. scored.OfType<ScoredModel>().OrderBy(model => model.Bic)];
        return models.IsEmpty ? null : new(exhaustive, order, tried, models, complete);
    }
}

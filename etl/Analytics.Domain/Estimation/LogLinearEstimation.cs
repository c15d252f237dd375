using System.Collections.Immutable;
using System.Globalization;

namespace Analytics.Domain.Estimation;

/// <summary>One estimation from three lists or more, step by step; every step repeats the selection.</summary>
internal sealed class LogLinearEstimation(EstimationResult basis, Work work)
{
    /// <summary>Fewer replicates than this give no interval.</summary>
    private const int FewestReplicates = 40;

    /// <summary>Shares of the progress reported: resampling, then the search.</summary>
    private const double Resampled = 0.7;

    private readonly CaptureHistories table = basis.Table;
    private readonly EstimationOptions options = basis.Options;
    private readonly int lists = basis.Table.Lists.Length;
    private readonly ImmutableArray<Inclusion> inclusions = ListRelations.Inside(basis.Table);
    private bool partial;

    public EstimationResult Run()
    {
        var order = Math.Clamp(options.MaxOrder ?? ModelSpace.UsualOrder(lists), 2, 3);
        var stepwise = Stepwise(table, options.Threshold);
        var search = options.Selection == SelectionMethod.Bic ? Search(order, stepwise) : null;
        var chosen = options.Selection == SelectionMethod.Bic ? search?.Holding(Forced(table)).FirstOrDefault()?.Model : stepwise;
        if (chosen is null || FittedModel.Fit(table, chosen) is not { } model)
        {
            return basis with { Verdict = new([.. WhyNone()]) };
        }

        var kept = search?.Holding(Forced(table)).Take(options.ModelsKept ?? BicReplicates.UsuallyKept(lists)).Select(scored => scored.Model).ToImmutableArray();
        var bootstrap = options.Replicates > 0 ? Bootstrap(model, kept) : null;
        if (options.Sensitivity)
        {
            search ??= Search(order, stepwise);
        }

        partial |= search is { Complete: false } || (work.OutOfTime.IsCancellationRequested && (bootstrap?.Done ?? 0) < options.Replicates);
        var (kind, interval) = bootstrap switch
        {
            // Where the estimate lies outside all resamples, or time ran out for the jackknife, BCa is not defined.
            { Done: >= FewestReplicates, BiasCorrection: null } or { Done: >= FewestReplicates, Acceleration: null } => ("percentile", bootstrap.Percentile95),
            { Done: >= FewestReplicates } => ("bca", bootstrap.Bca95),
            _ => ("log-normal", model.Asymptotic(0.95)),
        };
        var result = basis with
        {
            Method = Describe(bootstrap, search),
            Total = model.Total,
            Calculated95 = interval,
            IntervalKind = kind,
            Model = model,
            Asymptotic95 = model.Asymptotic(0.95),
            Bootstrap = bootstrap,
            Search = search,
            WithoutList = options.Sensitivity ? WithoutLists() : [],
            AtThreshold = options is { Sensitivity: true, Selection: SelectionMethod.Stepwise } ? AtThresholds() : [],
            KnownLists = options.Sensitivity ? KnownLists() : [],
            Linkage = Linkage(),
        };

        // The variations above may have run out of time too.
        result = result with { Partial = partial };
        work.Progress?.Report(1);
        return result with { Verdict = new([.. Judgement.Of(result)]) };
    }

    private IEnumerable<VerdictReason> WhyNone()
    {
        var code = Identifiability.Check(table.Counts, LogLinearModel.MainEffects);
        yield return new(
            code == CheckCode.NotIdentifiable ? ReasonCode.NotIdentifiable : ReasonCode.NoEstimate,
            VerdictLevel.NotEstimable);
        foreach (var reason in Judgement.OfRelations(table, null, options.Rules))
        {
            yield return reason;
        }
    }

    private BootstrapSummary? Bootstrap(FittedModel model, ImmutableArray<LogLinearModel>? kept)
    {
        IReplicateEstimator Estimator() => kept is { } models ? new BicReplicates(lists, models, inclusions) : new StepwiseReplicates(lists, options.Threshold, inclusions);
        var replicates = Resampling.Bootstrap(table, options.Replicates, Estimator, Part(0, Resampled)).OfType<Replicate>().ToList();
        double[] sorted = [.. replicates.Select(replicate => replicate.Total).Where(total => !double.IsNaN(total)).Order()];
        if (sorted.Length == 0)
        {
            return null;
        }

        var below = BcaInterval.ShareBelow(sorted, model.Total);
        var z0 = BcaInterval.BiasCorrection(below);
        var acceleration = Resampling.JackknifeAcceleration(table, Estimator, work);
        partial |= acceleration is null;
        var (bca, bca80) = acceleration is { } a
            ? (BcaInterval.Of(sorted, z0, a, 0.95), BcaInterval.Of(sorted, z0, a, 0.8))
            : default;
        var shares = replicates.Where(replicate => !replicate.Diverged).GroupBy(replicate => replicate.Model)
            .Select(group => new ModelShare(
                kept is { } models ? models[(int)group.Key] : StepwiseReplicates.Decode(group.Key, lists),
                (double)group.Count() / replicates.Count))
            .OrderByDescending(share => share.Share).ToList();
        return new(
            options.Replicates,
            replicates.Count,
            replicates.Count(replicate => replicate.Diverged),
            below,
            Interval.Finite(z0),
            acceleration,
            bca,
            bca80,
            BcaInterval.Percentile(sorted, 0.95),
            bca.Lower == sorted[0] || bca.Upper == sorted[^1],
            shares.Find(share => share.Model.SameTerms(model.Model))?.Share ?? 0,
            shares.Count,
            [.. shares.Take(10)]);
    }

    private ModelSearchResult? Search(int order, LogLinearModel? start) =>
        ModelSearch.Run(table, order, start ?? LogLinearModel.MainEffects, Part(Resampled, 1));

    private ImmutableArray<Variation> WithoutLists() =>
        [.. WhileThereIsTime(lists).Select(list => Vary(table.Lists[list], table.Without(list), options.Threshold))];

    private ImmutableArray<Variation> AtThresholds() =>
    [
        .. WhileThereIsTime(options.Thresholds.Length).Select(i => options.Thresholds[i])
            .Select(threshold => Vary(threshold.ToString(CultureInfo.InvariantCulture), table, threshold)),
    ];

    private ImmutableArray<KnownList> KnownLists() =>
    [
        .. WhileThereIsTime(lists).Select(list =>
        {
            var within = table.Within(list).WithoutEmptyLists();
            var predicted = Refusals.Of(within).Any() ? null : Vary(table.Lists[list], within, options.Threshold).Total;
            return new KnownList(table.Lists[list], table.OnAll(1 << list), predicted);
        }),
    ];

    /// <summary>0, 1, 2 …, as far as time allows: what is not done is left out, not reported as without an estimate.</summary>
    private IEnumerable<int> WhileThereIsTime(int count)
    {
        for (var i = 0; i < count; i++)
        {
            work.Cancellation.ThrowIfCancellationRequested();
            if (work.OutOfTime.IsCancellationRequested)
            {
                partial = true;
                yield break;
            }

            yield return i;
        }
    }

    private Variation Vary(string what, CaptureHistories varied, double threshold)
    {
        if (varied.Lists.Length == 2)
        {
            if (Refusals.Of(varied).Any())
            {
                return new(what, null, null);
            }

            var two = TwoLists.Of(varied, 3);
            return new(what, two.LincolnPetersen, two.LincolnPetersen is null ? null : LogLinearModel.MainEffects.Notation(2));
        }

        return Choose(varied, threshold) is { } model && FittedModel.Fit(varied, model) is { } fitted
            ? new(what, fitted.Total, model.Notation(varied.Lists.Length))
            : new(what, null, null);
    }

    /// <summary>The model that the method in use chooses for another table.</summary>
    private LogLinearModel? Choose(CaptureHistories other, double threshold)
    {
        var stepwise = Stepwise(other, threshold);
        var order = ModelSpace.UsualOrder(other.Lists.Length);
        return options.Selection == SelectionMethod.Stepwise || stepwise is null
            ? stepwise
            : ModelSearch.Run(other, order, stepwise, work with { Progress = null })?.Holding(Forced(other)).FirstOrDefault()?.Model;
    }

    /// <summary>Interactions that every model chosen must hold.</summary>
    private static IEnumerable<int> Forced(CaptureHistories table) => ListRelations.Inside(table).Select(inclusion => inclusion.Pair);

    private LinkageEffect? Linkage()
    {
        if (options.Linkage is not { } error)
        {
            return null;
        }

        if (error.Correct(table) is not { } corrected || Choose(corrected, options.Threshold) is not { } repeated)
        {
            return new(error, null, null, null);
        }

        var fitted = FittedModel.Fit(corrected, repeated);
        return new(error, corrected.Observed, fitted?.Total, fitted?.Asymptotic(0.95));
    }

    private static LogLinearModel? Stepwise(CaptureHistories table, double threshold)
    {
        var selection = new StepwiseSelection(table.Lists.Length, ListRelations.Inside(table));
        return selection.Run(table.Counts, threshold) == FitOutcome.Finite ? new([.. selection.Chosen]) : null;
    }

    private Work Part(double from, double to) =>
        work with { Progress = work.Progress is { } whole ? new PartOfProgress(whole, from, to) : null };

    private string Describe(BootstrapSummary? bootstrap, ModelSearchResult? search)
    {
        var selection = options.Selection == SelectionMethod.Stepwise
            ? $"interactions chosen stepwise at p < {options.Threshold.ToString(CultureInfo.InvariantCulture)} (Chan, Silverman and Vincent 2021)"
            : $"lowest BIC of {search!.Tried} hierarchical models (Silverman, Chan and Vincent 2024)";
        selection += inclusions.IsEmpty ? "" : $", with {string.Join(", ", Forced(table).Select(table.Name))} in every model because one lies inside the other";
        var interval = bootstrap is { Done: >= FewestReplicates }
            ? $"BCa interval from {bootstrap.Done} resamples with the choice repeated in each, seed {options.Seed}"
            : "log-normal interval of the chosen model alone";
        return $"Poisson log-linear model, {selection}; 95 % {interval}.";
    }

    private sealed class PartOfProgress(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (to - from) * value);
    }
}

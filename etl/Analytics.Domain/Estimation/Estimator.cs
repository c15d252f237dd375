using System.Collections.Immutable;

namespace Analytics.Domain.Estimation;

/// <summary>
/// Multiple systems estimation of those never seen, from overlapping lists. Pure: the same table, options and seed give
/// the same result.
/// </summary>
public static class Estimator
{
    /// <exception cref="OperationCanceledException">The cancellation token fired.</exception>
    public static EstimationResult Estimate(
        CaptureHistories table,
        EstimationOptions options,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        var basis = new EstimationResult
        {
            Table = table,
            Options = options,
            Method = "none",
            Verdict = new([.. Refusals.Of(table)]),
        };
        if (table.Observed > 0)
        {
            basis = basis with
            {
                Pairs = LogLinearModel.Pairs(table.Lists.Length).ToImmutableSortedDictionary(pair => pair, pair => TwoLists.Of(table, pair)),
                Chao = table.Lists.Length > 1 ? ChaoLowerBounds.Of(table) : null,
            };
        }

        if (!basis.Verdict.Estimable)
        {
            return basis;
        }

        return table.Lists.Length == 2
            ? FromTwoLists(basis)
            : new LogLinearEstimation(basis, new(options.Seed, options.Threads, options.OutOfTime, progress, cancellation)).Run();
    }

    private static EstimationResult FromTwoLists(EstimationResult basis)
    {
        var two = basis.Pairs[3];
        var linkage = basis.Options.Linkage is not { } error ? null
            : error.Correct(basis.Table) is not { } corrected ? new LinkageEffect(error, null, null, null)
            : TwoLists.Of(corrected, 3) is var repeated && corrected.OnAll(3) > 0
                ? new LinkageEffect(error, corrected.Observed, repeated.Chapman, repeated.Interval95)
                : new LinkageEffect(error, corrected.Observed, null, null);
        var result = basis with
        {
            Method = "Two lists: Chapman's estimate, log-normal 95 % interval.",
            Total = two.Chapman,
            Calculated95 = two.Interval95,
            IntervalKind = "log-normal",
            Asymptotic95 = two.Interval95,
            Linkage = linkage,
        };
        return result with { Verdict = new([.. Judgement.Of(result)]) };
    }
}

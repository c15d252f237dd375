using System.Runtime.InteropServices;

namespace Analytics.Domain.Estimation.Simulation;

/// <summary>How estimates of a known number turned out. Shares are of the runs that gave an estimate, but for the first two.</summary>
/// <param name="Setting">The population.</param>
/// <param name="Runs">Tables drawn.</param>
/// <param name="NoEstimate">Share of all runs in which nothing could be calculated.</param>
/// <param name="Refused">Share of all runs with the verdict <see cref="VerdictLevel.NotEstimable"/>.</param>
/// <param name="MeanObserved">Persons seen, on average.</param>
/// <param name="MedianRatio">Median of estimate ÷ truth; 1 is without bias.</param>
/// <param name="BcaCoverage">Share of BCa 95 % intervals that hold the truth.</param>
/// <param name="PercentileCoverage">The same for the percentile interval.</param>
/// <param name="SingleModelCoverage">The same for the log-normal interval of the chosen model alone.</param>
/// <param name="AcceptedCoverage">BCa coverage among the runs whose verdict is not a refusal.</param>
/// <param name="MedianWidth">Median of upper ÷ lower end of the BCa interval.</param>
public sealed record SimulationRow(
    SimulationSetting Setting,
    int Runs,
    double NoEstimate,
    double Refused,
    double MeanObserved,
    double MedianRatio,
    double BcaCoverage,
    double PercentileCoverage,
    double SingleModelCoverage,
    double AcceptedCoverage,
    double MedianWidth);

/// <summary>
/// Draws tables from populations of known size, estimates each with the selection inside every resample, and counts how
/// often the intervals hold the truth.
/// </summary>
public static class SimulationStudy
{
    public static SimulationRow Run(SimulationSetting setting, int runs, EstimationOptions options, CancellationToken cancellation = default)
    {
        string[] names = [.. Enumerable.Range(1, setting.Lists).Select(list => $"L{list}")];
        var outcomes = new Outcome[runs];
        Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation }, run =>
        {
            // Streams below zero: those from zero on belong to the resamples.
            var random = new RandomStream(options.Seed, -1 - run);
            var counts = new double[setting.Probabilities.Length];
            Sampling.Multinomial(ref random, setting.Persons, setting.Probabilities.AsSpan(), counts);
            var table = CaptureHistories.Create(names, counts.Select((count, history) => (history, count)).Skip(1)).WithoutEmptyLists();
            var result = Estimator.Estimate(table, options with { Threads = 1, Sensitivity = false, Seed = options.Seed + run }, null, cancellation);
            outcomes[run] = new(
                table.Observed,
                result.Total,
                result.Verdict.Estimable,
                result.Bootstrap?.Bca95 ?? result.Calculated95,
                result.Bootstrap?.Percentile95 ?? result.Calculated95,
                result.Asymptotic95 ?? default);
        });

        var truth = setting.Persons;
        var estimated = outcomes.Where(outcome => outcome.Total is not null).ToList();
        var accepted = estimated.Where(outcome => outcome.Estimable).ToList();
        return new(
            setting,
            runs,
            1 - (double)estimated.Count / runs,
            1 - (double)accepted.Count / runs,
            outcomes.Average(outcome => outcome.Observed),
            Median(estimated.Select(outcome => outcome.Total!.Value / truth)),
            Share(estimated, outcome => Holds(outcome.Bca, truth)),
            Share(estimated, outcome => Holds(outcome.Percentile, truth)),
            Share(estimated, outcome => Holds(outcome.SingleModel, truth)),
            Share(accepted, outcome => Holds(outcome.Bca, truth)),
            Median(estimated.Select(outcome => (outcome.Bca.Upper ?? double.PositiveInfinity) / (outcome.Bca.Lower ?? outcome.Observed))));
    }

    private static bool Holds(Interval interval, double truth) =>
        (interval.Lower ?? 0) <= truth && truth <= (interval.Upper ?? double.PositiveInfinity);

    private static double Share(List<Outcome> outcomes, Func<Outcome, bool> holds) =>
        outcomes.Count == 0 ? double.NaN : (double)outcomes.Count(holds) / outcomes.Count;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : BcaInterval.Quantile(sorted, 0.5);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Outcome(double Observed, double? Total, bool Estimable, Interval Bca, Interval Percentile, Interval SingleModel);
}

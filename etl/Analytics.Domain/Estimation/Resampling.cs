using System.Runtime.InteropServices;

namespace Analytics.Domain.Estimation;

/// <summary>
/// What one resample gave: the total and the model chosen. Where it has no estimate (diverged), the total is where the
/// likelihood leads, infinite or the observed number, or not a number where that is not known.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Replicate(double Total, UInt128 Model, bool Diverged);

/// <summary>Estimates the total from one table, with the whole selection repeated. A workspace: one per thread.</summary>
internal interface IReplicateEstimator
{
    Replicate Estimate(ReadOnlySpan<double> counts);
}

/// <summary>How the work of resampling is shared out and ended.</summary>
/// <param name="Seed">Of all random streams.</param>
/// <param name="Threads">At most so many at a time; −1 for as many as there are processors.</param>
/// <param name="OutOfTime">When it fires no further replicate is begun and those that are done are used.</param>
/// <param name="Progress">Share done, 0 to 1.</param>
/// <param name="Cancellation">When it fires the work ends with <see cref="OperationCanceledException"/>.</param>
internal sealed record Work(long Seed, int Threads, CancellationToken OutOfTime, IProgress<double>? Progress, CancellationToken Cancellation);

/// <summary>Bootstrap and jackknife of a table of capture histories.</summary>
internal static class Resampling
{
    /// <summary>
    /// Resamples the observed persons with replacement: multinomial counts over the observed histories. The replicates
    /// are in the order of their number whatever the number of threads; null where time ran out first.
    /// </summary>
    public static Replicate?[] Bootstrap(CaptureHistories table, int replicates, Func<IReplicateEstimator> estimator, Work work)
    {
        var results = new Replicate?[replicates];
        var total = (int)Math.Round(table.Observed);
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = work.Threads, CancellationToken = work.Cancellation };
        Parallel.For(
            0,
            replicates,
            options,
            () => (Estimator: estimator(), Counts: new double[table.Counts.Length]),
            (i, loop, local) =>
            {
                if (work.OutOfTime.IsCancellationRequested)
                {
                    loop.Stop();
                    return local;
                }

                var random = new RandomStream(work.Seed, i);
                Sampling.Multinomial(ref random, total, table.Counts, local.Counts);
                results[i] = local.Estimator.Estimate(local.Counts);
                var finished = Interlocked.Increment(ref done);
                if (finished % 50 == 0)
                {
                    work.Progress?.Report((double)finished / replicates);
                }

                return local;
            },
            _ => { });
        return results;
    }

    /// <summary>
    /// The acceleration of the BCa interval: each person left out in turn, those with the same history together; null where
    /// time ran out first.
    /// </summary>
    public static double? JackknifeAcceleration(CaptureHistories table, Func<IReplicateEstimator> estimator, Work work)
    {
        var counts = table.Counts.ToArray();
        int[] cells = [.. Enumerable.Range(1, counts.Length - 1).Where(cell => counts[cell] >= 1)];
        var values = new double[cells.Length];
        var finished = Parallel.For(
            0,
            cells.Length,
            new ParallelOptions { MaxDegreeOfParallelism = work.Threads, CancellationToken = work.Cancellation },
            () => (Estimator: estimator(), Counts: (double[])counts.Clone()),
            (i, loop, local) =>
            {
                if (work.OutOfTime.IsCancellationRequested)
                {
                    loop.Stop();
                    return local;
                }

                local.Counts[cells[i]]--;
                values[i] = local.Estimator.Estimate(local.Counts).Total;
                local.Counts[cells[i]]++;
                return local;
            },
            _ => { }).IsCompleted;
        if (!finished)
        {
            return null;
        }

        var finite = Enumerable.Range(0, cells.Length).Where(i => double.IsFinite(values[i])).ToList();
        return BcaInterval.Acceleration([.. finite.Select(i => values[i])], [.. finite.Select(i => counts[cells[i]])]);
    }
}

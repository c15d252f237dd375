using System.Diagnostics;
using System.Globalization;
using Analytics.Domain.Estimation;
using Analytics.Etl.Commands;

namespace Analytics.Benchmarks;

/// <summary>
/// The six-list analysis of the United Kingdom with 1,000 resamples, against a naive programme in the same run and against
/// the documented time of the R package SparseMSE.
/// </summary>
internal sealed class EstimateBench : IBench
{
    /// <summary>Documented CPU-seconds of SparseMSE 2.0.1 for the same analysis with 1,000 resamples; on another machine, so the ratio to it is an order of magnitude.</summary>
    private const double SparseMseSeconds = 206.2;

    private const int Replicates = 1000;
    private const int NaiveReplicates = 50;
    private const int Repeats = 7;

    /// <summary>Silverman (2014), Modern Slavery: an application of multiple systems estimation, Home Office.</summary>
    private const string UnitedKingdom = """
        LA,NG,PF,GO,GP,NCA,count
        1,0,0,0,0,0,54
        0,1,0,0,0,0,463
        0,0,1,0,0,0,907
        0,0,0,1,0,0,695
        0,0,0,0,1,0,316
        0,0,0,0,0,1,57
        1,1,0,0,0,0,15
        1,0,1,0,0,0,19
        1,0,0,1,0,0,3
        0,1,1,0,0,0,56
        0,1,0,1,0,0,19
        0,1,0,0,1,0,1
        0,1,0,0,0,1,3
        0,0,1,1,0,0,69
        0,0,1,0,1,0,10
        0,0,1,0,0,1,31
        0,0,0,1,1,0,8
        0,0,0,1,0,1,6
        0,0,0,0,1,1,1
        1,1,1,0,0,0,1
        1,1,0,1,0,0,1
        0,1,1,1,0,0,4
        0,1,1,0,0,1,3
        0,0,1,1,0,1,1
        1,1,1,1,0,0,1
        """;

    public string Name => "estimate";

    public string Does => "the United Kingdom's six lists with 1,000 resamples";

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        if (arguments.Length > 0)
        {
            return Exit.Usage("bench estimate takes no arguments.");
        }

        var table = Table();
        var options = new EstimationOptions { Replicates = Replicates, Sensitivity = false };
        var first = Measure(() => Estimator.Estimate(table, options, null, cancellation));
        var interval = Median(() => Estimator.Estimate(table, options, null, cancellation));
        var whole = Median(() => Estimator.Estimate(table, options with { Sensitivity = true }, null, cancellation));
        var one = Median(() => Estimator.Estimate(table, options with { Threads = 1 }, null, cancellation));
        NaiveStepwise.Total(table.Counts.ToArray(), table.Lists.Length, options.Threshold);
        var naive = Measure(() => NaiveResamples(table, options));
        var naiveCpu = naive.Cpu * Replicates / NaiveReplicates;

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            United Kingdom, six lists, estimate and BCa interval from {Replicates} resamples; {Environment.ProcessorCount} cores; medians of {Repeats}.

            | | wall ms | CPU ms |
            |---|--:|--:|
            | first time, compilation included | {first.Wall:0} | {first.Cpu:0} |
            | estimate and interval | {interval.Wall:0} | {interval.Cpu:0} |
            | the same on one thread | {one.Wall:0} | {one.Cpu:0} |
            | with all 32,768 models, every list left out, eight thresholds | {whole.Wall:0} | {whole.Cpu:0} |
            | naive programme, {NaiveReplicates} resamples measured, scaled to {Replicates} | | {naiveCpu:0} |

            CPU ratio, naive to engine, this run: {naiveCpu / interval.Cpu:0} times
            CPU ratio, SparseMSE (documented {SparseMseSeconds} s, another machine) to engine: {SparseMseSeconds * 1000 / interval.Cpu:0} times; first time, compilation included: {SparseMseSeconds * 1000 / first.Cpu:0} times
            Peak memory of the process: {Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20)} MB
            """));
        return Exit.Done;
    }

    private static CaptureHistories Table() =>
        CaptureHistoryFile.Read(new StringReader(UnitedKingdom)).Table ?? throw new InvalidOperationException("The built-in table does not read.");

    /// <summary>Resamples drawn with the runtime's own generator; only their cost matters here.</summary>
    private static double NaiveResamples(CaptureHistories table, EstimationOptions options)
    {
        var random = new Random(1);
        int[] persons = [.. table.Counts.ToArray().SelectMany((count, cell) => Enumerable.Repeat(cell, (int)count))];
        return Enumerable.Range(0, NaiveReplicates).Sum(_ =>
        {
            var counts = new double[table.Counts.Length];
            for (var i = 0; i < persons.Length; i++)
            {
                counts[persons[random.Next(persons.Length)]]++;
            }

            return NaiveStepwise.Total(counts, table.Lists.Length, options.Threshold);
        });
    }

    private static (double Wall, double Cpu) Median<T>(Func<T> action)
    {
        var times = Enumerable.Range(0, Repeats).Select(_ => Measure(action)).ToList();
        return (times.Select(time => time.Wall).Order().ElementAt(Repeats / 2), times.Select(time => time.Cpu).Order().ElementAt(Repeats / 2));
    }

    private static (double Wall, double Cpu) Measure<T>(Func<T> action)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        action();
        watch.Stop();
        process.Refresh();
        return (watch.Elapsed.TotalMilliseconds, (process.TotalProcessorTime - before).TotalMilliseconds);
    }
}

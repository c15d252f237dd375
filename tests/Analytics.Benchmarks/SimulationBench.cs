using System.Diagnostics;
using System.Globalization;
using Analytics.Domain.Estimation;
using Analytics.Domain.Estimation.Simulation;
using Analytics.Etl.Commands;

namespace Analytics.Benchmarks;

/// <summary>The simulation study of the estimation, as a markdown table; runs by night, a small version is among the tests.</summary>
internal sealed class SimulationBench : IBench
{
    public string Name => "simulation";

    public string Does => "coverage and bias of the estimation, [RUNS] [RESAMPLES] of each of 32 settings (500, 1000)";

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        var (runs, replicates) = (500, 1000);
        if (arguments.Length > 2
            || (arguments.Length > 0 && (!int.TryParse(arguments[0], CultureInfo.InvariantCulture, out runs) || runs < 1))
            || (arguments.Length > 1 && (!int.TryParse(arguments[1], CultureInfo.InvariantCulture, out replicates) || replicates < 40)))
        {
            return Exit.Usage("bench simulation takes a number of runs, then a number of resamples of 40 or more.");
        }

        var watch = Stopwatch.StartNew();
        await output.WriteLineAsync("| Density | Persons | Lists | Structure | Seen | Refused | Median N̂/N | BCa | Percentile | One model | BCa where not refused | Upper/lower |");
        await output.WriteLineAsync("|---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var setting in SimulationSetting.Study)
        {
            var row = SimulationStudy.Run(setting, runs, new() { Replicates = replicates, Seed = 20_210 }, cancellation);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {setting.Density} | {setting.Persons} | {setting.Lists} | {setting.Structure} | {row.MeanObserved:0} | {row.Refused:0 %} | {row.MedianRatio:0.00} | {row.BcaCoverage:0.0 %} | {row.PercentileCoverage:0.0 %} | {row.SingleModelCoverage:0.0 %} | {row.AcceptedCoverage:0.0 %} | {row.MedianWidth:0.0} |"));
            await output.FlushAsync(cancellation);
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{runs} runs of {replicates} resamples each, {watch.Elapsed.TotalSeconds:0} s on {Environment.ProcessorCount} cores."));
        return Exit.Done;
    }
}

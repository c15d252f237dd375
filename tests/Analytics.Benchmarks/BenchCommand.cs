using System.CommandLine;
using Analytics.Etl.Commands;

namespace Analytics.Benchmarks;

/// <summary><c>./analytics bench</c>: speed as ratios measured in one run, and studies too long for the tests.</summary>
internal static class BenchCommand
{
    private static readonly IBench[] s_all =
    [
        new EstimateBench(),
        new EtlBench(),
        new IncrementalBench(),
        new LinkBench(),
        new ProtectBench(),
        new PublishBench(),
        new SimulationBench(),
    ];

    private static readonly Argument<string> s_name = new("NAME") { Description = string.Join("; ", s_all.Select(bench => $"{bench.Name}: {bench.Does}")) };
    private static readonly Argument<string[]> s_arguments = new("ARGUMENTS") { Arity = ArgumentArity.ZeroOrMore, Description = "Of the benchmark." };

    public static Command Create()
    {
        var command = new Command("bench", "Measures.") { s_name, s_arguments };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var name = parsed.GetRequiredValue(s_name);
        return Array.Find(s_all, bench => bench.Name.Equals(name, StringComparison.Ordinal)) is { } bench
            ? await bench.RunAsync(parsed.GetValue(s_arguments) ?? [], Console.Out, cancellation)
            : Exit.Usage($"bench {name}: no such benchmark; there are {string.Join(", ", s_all.Select(known => known.Name))}.");
    }
}

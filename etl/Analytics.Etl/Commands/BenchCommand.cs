using System.CommandLine;
using Analytics.Etl.Benches;

namespace Analytics.Etl.Commands;

/// <summary><c>bench NAME</c>: measurements, given as ratios to a baseline measured in the same run.</summary>
internal static class BenchCommand
{
    private static readonly Dictionary<string, Func<TextWriter, CancellationToken, int>> s_benches = new(StringComparer.Ordinal)
    {
        ["link"] = LinkBench.Run,
    };

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = string.Join(" | ", s_benches.Keys) };
        var command = new Command("bench", "Measure speed, as ratios in one run.") { name };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            s_benches.TryGetValue(parsed.GetValue(name)!, out var bench)
                ? bench(Console.Out, cancellation)
                : Exit.Usage($"there is no such benchmark; choose one of {string.Join(", ", s_benches.Keys)}.")));
        return command;
    }
}

using System.CommandLine;
using Analytics.Etl.Benches;

namespace Analytics.Etl.Commands;

/// <summary><c>bench NAME</c>: a benchmark, as ratios measured in one run.</summary>
internal static class BenchCommand
{
    /// <summary>Name → what runs it and gives its result as markdown.</summary>
    private static readonly Dictionary<string, Func<CancellationToken, string>> s_benches = new(StringComparer.Ordinal)
    {
        ["protect"] = ProtectBench.Run,
    };

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = string.Join(", ", s_benches.Keys) };
        var command = new Command("bench", "Run a benchmark and print its ratios.") { name };
        command.SetAction((parsed, token) =>
        {
            if (!s_benches.TryGetValue(parsed.GetValue(name)!, out var bench))
            {
                return Task.FromResult(Exit.Usage($"there is no benchmark '{parsed.GetValue(name)}'; use one of {string.Join(", ", s_benches.Keys)}."));
            }

            Console.Out.WriteLine(bench(token));
            return Task.FromResult(Exit.Done);
        });
        return command;
    }
}

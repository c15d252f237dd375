using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Benchmarks;

/// <summary>
/// The disclosure engine beside the naive row-column rule on the same tables: what each withholds, what the attack then finds, and
/// how long each takes.
/// </summary>
internal sealed class ProtectBench : IBench
{
    private const int Seed = 1;

    public string Name => "protect";

    public string Does => "the disclosure engine beside the row-column rule";

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        await output.WriteAsync(Run(cancellation));
        return 0;
    }

    private static string Run(CancellationToken token)
    {
        var lines = new StringBuilder()
            .AppendLine("| cells | profile | small | withheld, naive | exposed, naive | withheld, engine | exposed, engine | engine s | engine ÷ naive time |")
            .AppendLine("|---:|---|---:|---:|---:|---:|---:|---:|---:|");
        // Regions in a country, months in quarters in years, sex, form: the four dimensions of the published cuts.
        foreach (var table in (CountTable[])[Table(4, 0, 1, 2, 3), Table(9, 2, 2, 2, 6)])
        {
            foreach (var policy in SuppressionPolicy.All)
            {
                lines.AppendLine(Row(table, policy, token));
            }
        }

        return lines.ToString();
    }

    private static string Row(CountTable table, SuppressionPolicy policy, CancellationToken token)
    {
        var start = Stopwatch.GetTimestamp();
        var naive = RowColumnRule.Protect(table, policy);
        var naiveTime = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        var engine = Suppressor.Protect(table, policy, token);
        var engineTime = Stopwatch.GetElapsedTime(start);
        // The naive pattern is attacked where one linear programme covers it all; its holes are many and each costs a solve.
        var exposed = table.Cells.Count <= Attack.WholeLimit ? $"{Attack.Run(table, policy, naive, token).Exposed.Count}" : "not attacked";
        return string.Create(CultureInfo.InvariantCulture, $"| {table.Cells.Count} | {policy.Profile} | {engine.Loss.Primary} | {naive.Count(cell => cell.Status == CellStatus.Withheld)} | {exposed} | {engine.Loss.Primary + engine.Loss.Secondary} | {engine.Attack.Exposed.Count} | {engineTime.TotalSeconds:F1} | {engineTime / naiveTime:F0} |");
    }

    private static CountTable Table(int regions, int districts, int quarters, int sexes, int forms)
    {
        var random = new Random(Seed);
        SpanningVariable[] dimensions =
        [
            Tree("region", regions, districts, "r"),
            Tree("period", quarters, 3, "q"),
            SpanningVariable.Flat("sex", Enumerable.Range(0, sexes).Select(i => $"s{i}")),
            SpanningVariable.Flat("form", Enumerable.Range(0, forms).Select(i => $"f{i}")),
        ];
        var counts = new Dictionary<string, (string[] Codes, long Count)>(StringComparer.Ordinal);
        foreach (var leaf in dimensions.Aggregate((IEnumerable<string[]>)[[]], (points, dimension) => points.SelectMany(point => Leaves(dimension).Select(code => (string[])[.. point, code]))))
        {
            // Most combinations are rare and a few common, as in case data.
            var count = (long)(-1.2 * Math.Log(1 - random.NextDouble()) * Math.Pow(random.NextDouble(), 2) * 4);
            foreach (var codes in leaf.Select((code, d) => Up(dimensions[d], code)).Aggregate((IEnumerable<string[]>)[[]], (points, chain) => points.SelectMany(point => chain.Select(code => (string[])[.. point, code]))))
            {
                var key = string.Join('|', codes);
                counts[key] = (codes, counts.GetValueOrDefault(key).Count + count);
            }
        }

        return new CountTable(dimensions, [.. counts.Values.Select(cell => new CountCell(cell.Codes, cell.Count))]);
    }

    private static SpanningVariable Tree(string name, int groups, int each, string letter)
    {
        var parents = Enumerable.Range(0, groups).ToDictionary(i => $"{letter}{i}", _ => SpanningVariable.Total, StringComparer.Ordinal);
        foreach (var i in Enumerable.Range(0, groups * each))
        {
            parents[$"{letter}{i / each}.{i % each}"] = $"{letter}{i / each}";
        }

        return new SpanningVariable(name, parents);
    }

    private static IEnumerable<string> Leaves(SpanningVariable dimension) => dimension.Parents.Keys.Except(dimension.Parents.Values, StringComparer.Ordinal);

    private static List<string> Up(SpanningVariable dimension, string code)
    {
        List<string> chain = [code];
        while (dimension.Parents.TryGetValue(chain[^1], out var parent))
        {
            chain.Add(parent);
        }

        return chain;
    }
}

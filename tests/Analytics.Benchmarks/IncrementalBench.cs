using System.Diagnostics;
using System.Globalization;
using Analytics.Etl.Publish;

namespace Analytics.Benchmarks;

/// <summary>A thousand corrected contacts on top of a warehouse of any size, until core, mart and pub show them; and a publication of nothing new.</summary>
internal sealed class IncrementalBench : IBench
{
    private const int Changed = 1000;
    private const int Runs = 3;

    private static readonly int[] s_usual = [1_000_000, 10_000_000];

    public string Name => "incremental";

    public string Does => "1000 changed contacts on top of many, into core, mart and pub (ROWS…, by default 1000000 10000000; the second takes minutes and 15 GB)";

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        int[] sizes = arguments.Length == 0 ? s_usual : [.. arguments.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        await output.WriteLineAsync("| contacts in the warehouse | load of 1000 s | publish s | load + publish s | publish, nothing new s | ÷ first row |");
        await output.WriteLineAsync("|---:|---:|---:|---:|---:|---:|");
        double? first = null;
        foreach (var rows in sizes)
        {
            await using var warehouse = await BenchWarehouse.StartAsync(cancellation);
            var file = ContactFile.Write(warehouse.Folder, rows);
            await EtlBench.LoadAsync(warehouse.Etl, file, cancellation);
            var publish = new PublishStage(warehouse.Etl, TimeProvider.System);
            await publish.RunAsync(cancellation);
            var (loads, publications, idle) = (new double[Runs], new double[Runs], new double[Runs]);
            for (var run = 0; run < Runs; run++)
            {
                var change = Change(warehouse.Folder, file, rows, run);
                loads[run] = (await EtlBench.LoadAsync(warehouse.Etl, change, cancellation)).Time.TotalSeconds;
                publications[run] = await SecondsAsync(() => publish.RunAsync(cancellation));
                idle[run] = await SecondsAsync(() => publish.RunAsync(cancellation));
            }

            var both = Median([.. loads.Zip(publications, (load, pub) => load + pub)]);
            first ??= both;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"| {rows} | {Median(loads):F2} | {Median(publications):F2} | {both:F2} | {Median(idle):F2} | {both / first:F2} |"));
        }

        return 0;
    }

    /// <summary>Some of the file's contacts, from all over it, with another topic.</summary>
    private static string Change(string folder, string file, int rows, int run)
    {
        var path = Path.Combine(folder, $"change_{run}.csv");
        var every = rows / Changed;
        // The 8-bit encoding of the file is kept by reading and writing it byte for byte.
        var lines = File.ReadLines(file, System.Text.Encoding.Latin1).Where((_, line) => line == 0 || line % every == run).Take(Changed + 1);
        File.WriteAllLines(path, lines.Select((line, i) => i == 0 ? line : WithTopic(line)), System.Text.Encoding.Latin1);
        return path;
    }

    private static string WithTopic(string line)
    {
        const int Topic = 7;
        var fields = line.Split(';');
        fields[Topic] = fields[Topic].Contains("documents", StringComparison.Ordinal) ? "legal_advice" : "documents";
        return string.Join(';', fields);
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}

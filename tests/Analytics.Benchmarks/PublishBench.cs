using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Analytics.Database;
using Analytics.Domain;
using Analytics.Demo;
using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Mappings;
using Analytics.Etl.Publish;
using Analytics.Etl.Settings;
using Analytics.Etl.Warehouse.Reports;
using Npgsql;

namespace Analytics.Benchmarks;

/// <summary>Publishing the demonstration: the first time, with nothing new, and with one changed month; and what each step takes of it.</summary>
internal sealed class PublishBench : IBench
{
    public string Name => "publish";

    public string Does => "the demonstration linked, estimated, protected, attacked and published: at first, again, and after a change (CONTACTS of 2021, by default 15000)";

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        var contacts = arguments.Length == 0 ? DemoOptions.For(TimeProvider.System).Contacts : int.Parse(arguments[0], CultureInfo.InvariantCulture);
        await using var warehouse = await BenchWarehouse.StartAsync(cancellation);
        var loaded = Stopwatch.StartNew();
        await LoadAsync(warehouse, contacts, cancellation);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"loaded in {loaded.Elapsed.TotalSeconds:F1} s"));

        await MeasureAsync("first publication", warehouse, output, cancellation);
        await MeasureAsync("nothing new", warehouse, output, cancellation);
        await using (var connection = await warehouse.Owner.OpenConnectionAsync(cancellation))
        {
            await using var command = new NpgsqlCommand("select max(month) from mart.contact_count join mart.dim_date on date_key = month_key", connection);
            var file = Path.Combine(warehouse.Folder, "changed.csv");
            var month = (string)(await command.ExecuteScalarAsync(cancellation))!;
            await File.WriteAllLinesAsync(file, ["contact_id;started_at;channel;topic", .. Enumerable.Range(1, 200).Select(i => $"late-{i};{month}-{1 + (i % 27):00}T10:00;phone;documents")], cancellation);
            await LoadFileAsync(warehouse.Etl, "hotline", file, "bench", cancellation);
        }

        await MeasureAsync("one changed month", warehouse, output, cancellation);
        return 0;
    }

    private static async Task LoadAsync(BenchWarehouse warehouse, int contacts, CancellationToken token)
    {
        var folder = Path.Combine(warehouse.Folder, "demo");
        if (DemoWriter.Write(folder, DemoOptions.For(TimeProvider.System) with { Contacts = contacts }, progress: null).Refused is { } refused)
        {
            throw new InvalidOperationException(refused);
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file) != folder).Order(StringComparer.Ordinal))
        {
            var source = Path.GetFileName(Path.GetDirectoryName(file)!);
            var feed = DemoFolder.FeedOf(source);
            await LoadFileAsync(warehouse.Etl, feed, file, source, token);
        }

        await new ReportStage(warehouse.Etl, TimeProvider.System).DeclareAsync(JobSettings.Read(new DataFolder(warehouse.Folder), demo: true).Duties, token);
    }

    private static async Task LoadFileAsync(NpgsqlDataSource database, string feed, string file, string source, CancellationToken token)
    {
        foreach (var batch in await new LoadPipeline(database, TimeProvider.System).LoadAsync(
            file, Mapping.Canonical(FeedList.Find(feed)!, source), new LoadSource(source, DatedNames: feed == "ngo_monthly"), null, token))
        {
            if (batch.Refused is { } refused)
            {
                throw new InvalidOperationException($"{file}: {refused}");
            }
        }
    }

    private static async Task MeasureAsync(string what, BenchWarehouse warehouse, TextWriter output, CancellationToken token)
    {
        var steps = new ConcurrentBag<(string Step, TimeSpan Took)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Analytics.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => steps.Add((activity.OperationName, activity.Duration)),
        };
        ActivitySource.AddActivityListener(listener);
        var clock = Stopwatch.StartNew();
        var report = await new Refresh(warehouse.Etl, TimeProvider.System).RunAsync(token);
        var whole = clock.Elapsed;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\n{what}: {whole.TotalSeconds:F1} s, {report.Cells} cells\n"));
        await output.WriteLineAsync("| step | s | share % |");
        await output.WriteLineAsync("|---|---:|---:|");
        foreach (var (step, took) in steps.OrderByDescending(step => step.Took))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {step} | {took.TotalSeconds:F2} | {100 * took / whole:F0} |"));
        }
    }
}

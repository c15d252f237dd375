using System.Diagnostics;
using System.Globalization;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Mappings;
using Npgsql;

namespace Analytics.Benchmarks;

/// <summary>
/// A hotline file from disk to <c>mart</c> with everything on, beside what <c>COPY</c> of the same file into one typed table with a
/// primary key takes on the same server: before and after, the mean of both. A first round in a database of its own is not counted: in it the
/// program is compiled, and the server takes its memory and makes the files of its log, as it does once and not at every load.
/// </summary>
internal sealed class EtlBench : IBench
{
    private const int WarmUp = 1_000_000;

    private static readonly int[] s_usual = [100_000, 1_000_000];

    public string Name => "etl";

    public string Does => "loading hotline files beside COPY (ROWS…, by default 100000 1000000)";

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        int[] sizes = arguments.Length == 0 ? s_usual : [.. arguments.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        await output.WriteLineAsync("| rows | MB | COPY s | load s | load ÷ COPY | µs a row | peak MB |");
        await output.WriteLineAsync("|---:|---:|---:|---:|---:|---:|---:|");
        await using var warehouse = await BenchWarehouse.StartAsync(cancellation);
        await MeasureAsync(warehouse, WarmUp, cancellation);
        foreach (var rows in sizes)
        {
            await warehouse.RenewAsync(cancellation);
            await output.WriteLineAsync(await MeasureAsync(warehouse, rows, cancellation));
        }

        return 0;
    }

    /// <returns>A line of the table.</returns>
    private static async Task<string> MeasureAsync(BenchWarehouse warehouse, int rows, CancellationToken token)
    {
        var file = ContactFile.Write(warehouse.Folder, rows);
        await LoadSmallAsync(warehouse, token);
        var before = await CopyAsync(warehouse.Owner, file, token);
        var (load, peak) = await LoadAsync(warehouse.Etl, file, token);
        var copy = (before + await CopyAsync(warehouse.Owner, file, token)) / 2;
        return string.Create(CultureInfo.InvariantCulture,
            $"| {rows} | {new FileInfo(file).Length / 1e6:F0} | {copy.TotalSeconds:F2} | {load.TotalSeconds:F2} | {load / copy:F2} | {load.TotalMicroseconds / rows:F2} | {peak / 1e6:F0} |");
    }

    private static async Task<TimeSpan> CopyAsync(NpgsqlDataSource database, string file, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var command = new NpgsqlCommand(
            """
            drop table if exists public.typed;
            create table public.typed (
                contact_id text primary key, started_at timestamptz, duration_s integer, channel text, language text, caller_role text,
                caller_region text, topic text, destination_country text, suspected_trafficking text, forms text, sex text, age text,
                citizenship text, referred_to text, victim_identified text, person_token text)
            """, connection);
        await command.ExecuteNonQueryAsync(token);
        var start = Stopwatch.GetTimestamp();
        await using (var source = File.OpenRead(file))
        await using (var target = (StreamWriter)await connection.BeginTextImportAsync("copy public.typed from stdin (format csv, delimiter ';', header, encoding 'WIN1251')", token))
        {
            // The bytes as they are, without a detour through text.
            await source.CopyToAsync(target.BaseStream, 128 * 1024, token);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>So that the load that is measured is not the warehouse's first.</summary>
    private static async Task LoadSmallAsync(BenchWarehouse warehouse, CancellationToken token)
    {
        var first = Path.Combine(warehouse.Folder, "first.csv");
        await File.WriteAllLinesAsync(first, ["contact_id,started_at", .. Enumerable.Range(0, 2000).Select(i => $"first-{i},2019")], token);
        await LoadAsync(warehouse.Etl, first, token);
    }

    public static async Task<(TimeSpan Time, long PeakBytes)> LoadAsync(NpgsqlDataSource database, string file, CancellationToken token)
    {
        GC.Collect();
        using var memory = new PeakMemory();
        var start = Stopwatch.GetTimestamp();
        var report = await new LoadPipeline(database, TimeProvider.System).LoadAsync(
            file, Mapping.Canonical(FeedList.Find("hotline")!, "hotline"), new LoadSource("hotline"), runId: null, token);
        var time = Stopwatch.GetElapsedTime(start);
        return report is [{ Refused: null, Rejected: 0 }] ? (time, memory.Bytes) : throw new InvalidOperationException($"The file was not loaded whole: {report[0].Summary}.");
    }
}

using System.Diagnostics;
using System.Globalization;
using Analytics.Etl.Feeds;
using Analytics.Etl.Mappings;
using Analytics.Etl.Pipeline;
using Npgsql;

namespace Analytics.Etl.Benches;

/// <summary>
/// A hotline file from disk to <c>mart</c> with everything on, beside what <c>COPY</c> of the same file into one typed table with a
/// primary key takes on the same server: before and after, the mean of both.
/// </summary>
internal sealed class EtlBench : IBench
{
    private static readonly int[] s_usual = [100_000, 1_000_000];

    public string Name => "etl";

    public string Does => "loading hotline files beside COPY (ROWS…, by default 100000 1000000)";

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        int[] sizes = arguments.Length == 0 ? s_usual : [.. arguments.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        await output.WriteLineAsync("| rows | MB | COPY s | load s | load ÷ COPY | µs a row | peak MB |");
        await output.WriteLineAsync("|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var rows in sizes)
        {
            await using var warehouse = await BenchWarehouse.StartAsync(cancellation);
            var file = ContactFile.Write(warehouse.Folder, rows);
            var before = await CopyAsync(warehouse.Owner, file, cancellation);
            await LoadSmallAsync(warehouse, cancellation);
            var (load, peak) = await LoadAsync(warehouse.Etl, file, cancellation);
            var after = await CopyAsync(warehouse.Owner, file, cancellation);
            var copy = (before + after) / 2;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"| {rows} | {new FileInfo(file).Length / 1e6:F0} | {copy.TotalSeconds:F2} | {load.TotalSeconds:F2} | {load / copy:F2} | {load.TotalMicroseconds / rows:F2} | {peak / 1e6:F0} |"));
        }

        return 0;
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

    /// <summary>The program's own start is not what is measured.</summary>
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
